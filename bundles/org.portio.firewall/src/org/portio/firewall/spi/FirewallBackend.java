// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.firewall.Availability;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;

/**
 * A way to the system's firewall. Any bundle may publish one as an OSGi service; such a backend has only the rights that PortIO itself has. PortIO's own
 * are also run as root, by a helper that loads nothing but PortIO, so that nobody becomes root by adding a bundle. A backend knows nothing of the
 * journal and of time: it adds, finds and removes rules that carry a {@link RuleTag}, and touches no others.
 */
@ConsumerType
public interface FirewallBackend {

    /** Returns text such as {@code nftables}: by this name users choose it. */
    String name();

    /** Returns whether it may be taken without having been chosen by name. */
    boolean isAutomatic();

    /** Asked again each time: rights may change. */
    Availability availability();

    Set<Capability> capabilities();

    /** Returns whether there may be rules of PortIO's, as far as that is known without starting a program. */
    default boolean mayHaveRules() {
        return true;
    }

    /** Returns all rules that carry a tag of PortIO, whoever asked for them. */
    List<AppliedRule> list() throws FirewallException;

    /** Returns the commands that {@link #apply} would run for this, in their order. Changes nothing. */
    List<PlannedCommand> plan(Change change) throws FirewallException;

    /**
     * Changes the system's firewall, and returns when a new {@link #list} has shown that it is as wanted.
     *
     * @throws FirewallException when it is not; what was done up to then has been taken back if the backend can
     */
    void apply(Change change) throws FirewallException;
}
