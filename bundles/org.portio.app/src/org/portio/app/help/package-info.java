// SPDX-License-Identifier: EPL-2.0
/** The documentation in the window: its pages, how they are drawn and found, and which section explains what has the focus. */
package org.portio.app.help;
