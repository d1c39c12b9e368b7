// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

/** A part whose content follows the machine. It gets the command Refresh for it. */
public interface LivePart {

    LiveRefresh live();
}
