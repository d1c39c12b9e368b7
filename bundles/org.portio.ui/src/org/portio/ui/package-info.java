// SPDX-License-Identifier: EPL-2.0
/**
 * The parts of every view of PortIO, ours or a third party's: live refresh that rests while the view is hidden, a
 * message in place of content that is missing, the preferences that all views share. Parameters and results are never
 * null unless it is said.
 */
package org.portio.ui;
