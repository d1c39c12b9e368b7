// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import org.osgi.annotation.versioning.ConsumerType;

/** A part whose content follows the machine. */
@ConsumerType
public interface LivePart extends Refreshable {
    LiveRefresh live();

    @Override
    default void refresh() {
        live().refreshNow();
    }
}
