// SPDX-License-Identifier: EPL-2.0
/** The contributions of bundles to the context menu of a connection. */
package org.portio.ui.connection;
