// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import org.eclipse.osgi.util.NLS;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BackendInfo;

/** Describes a backend to the user. */
public final class BackendText {

    private BackendText() {}

    /** Says it in a few words, such as {@code nftables; changing it needs privileges}. */
    public static String text(BackendInfo backend) {
        return switch (backend.availability().status()) {
            case AVAILABLE -> backend.name();
            case NO_PERMISSION -> NLS.bind(Messages.BackendInfo_noPermission, backend.name());
            case ABSENT, FOREIGN ->
                NLS.bind(
                        Messages.BackendInfo_absent,
                        backend.name(),
                        backend.availability().message());
        };
    }

    /** Says what else there is to know, for a tool tip; empty for nothing. */
    public static String more(BackendInfo backend) {
        Status status = backend.availability().status();
        return status == Status.AVAILABLE || status == Status.NO_PERMISSION
                ? backend.availability().message()
                : "";
    }
}
