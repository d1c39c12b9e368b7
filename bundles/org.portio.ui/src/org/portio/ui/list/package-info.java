// SPDX-License-Identifier: EPL-2.0
/** Views of what a service lists, from the service to the table. */
package org.portio.ui.list;
