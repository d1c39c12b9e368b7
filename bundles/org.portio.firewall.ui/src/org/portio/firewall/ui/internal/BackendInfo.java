// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallBackend;

/** What a backend says about itself, kept: asking it may run a command. */
public record BackendInfo(String name, Set<Capability> capabilities, Availability availability) {

    public BackendInfo {
        capabilities = Set.copyOf(capabilities);
    }

    /** Not from the UI thread. */
    static BackendInfo of(FirewallBackend backend) {
        return new BackendInfo(backend.name(), backend.capabilities(), backend.availability());
    }

    /** As {@code nftables; changing it needs privileges}. */
    public String text() {
        return switch (availability.status()) {
            case AVAILABLE -> name;
            case NO_PERMISSION -> NLS.bind(Messages.BackendInfo_noPermission, name);
            case ABSENT, FOREIGN -> NLS.bind(Messages.BackendInfo_absent, name, availability.explanation());
        };
    }

    /** What else there is to say, for a tool tip; empty for nothing. */
    public String more() {
        return availability.status() == Status.AVAILABLE || availability.status() == Status.NO_PERMISSION
                ? availability.explanation()
                : "";
    }
}
