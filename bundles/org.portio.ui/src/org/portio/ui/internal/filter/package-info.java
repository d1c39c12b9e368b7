// SPDX-License-Identifier: EPL-2.0
/** The filter box of tables: suggestions while one types, what is wrong at its place, and filters to choose again. */
package org.portio.ui.internal.filter;
