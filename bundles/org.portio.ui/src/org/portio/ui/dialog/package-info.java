// SPDX-License-Identifier: EPL-2.0
/** Dialogs about a port: their fields, and the line that says whether the port can be had. */
package org.portio.ui.dialog;
