// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.selection;

import java.util.List;
import java.util.Optional;
import org.portio.core.Failure;
import org.portio.firewall.Availability;
import org.portio.firewall.BackendInfo;
import org.portio.firewall.FirewallException;
import org.portio.firewall.spi.FirewallBackend;

/** The backends that a firewall works with. */
public interface Backends {

    /**
     * A backend that can be used.
     *
     * @param availability what it says of itself
     */
    record Chosen(FirewallBackend backend, Availability availability) {

        public BackendInfo info() {
            return new BackendInfo(backend.name(), backend.capabilities(), availability);
        }

        /** Returns itself if it may be used. */
        public Chosen permitted() throws FirewallException {
            if (availability.status() == Availability.Status.NO_PERMISSION) {
                throw new FirewallException(
                        new Failure(FirewallException.Kind.PERMISSION, availability.what(), availability.remedy()));
            }
            return this;
        }
    }

    /** Chooses the one that makes new blocks. */
    Chosen chosen() throws FirewallException;

    /** Gives the one of this name, for blocks that it has made; empty if it cannot be used here. */
    Optional<FirewallBackend> named(String name);

    /** Gives all that may have rules of PortIO's, as they can be asked without further rights. */
    List<FirewallBackend> atHand();
}
