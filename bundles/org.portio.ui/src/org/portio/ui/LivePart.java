// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

/** A part whose content follows the machine. */
public interface LivePart extends Refreshable {
    LiveRefresh live();

    @Override
    default void refresh() {
        live().refreshNow();
    }
}
