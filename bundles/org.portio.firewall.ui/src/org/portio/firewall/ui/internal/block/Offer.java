// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.portio.firewall.Capability;
import org.portio.firewall.Direction;
import org.portio.firewall.Verdict;

/**
 * The choices on offer, given what the backend in use can do.
 *
 * @param backend its name; empty if it is not known yet: then all is offered, and the firewall says what it cannot do
 */
record Offer(String backend, Set<Capability> capabilities) {

    static final Offer UNKNOWN = new Offer("", EnumSet.allOf(Capability.class));

    Offer {
        capabilities = Set.copyOf(capabilities);
    }

    boolean has(Capability capability) {
        return capabilities.contains(capability);
    }

    /** Returns why this cannot be asked for; empty if it can. */
    String whyNot(Capability capability) {
        return has(capability) ? "" : NLS.bind(Messages.Offer_cannot, backend, label(capability));
    }

    String whyNot(Direction direction) {
        return direction == Direction.INBOUND ? "" : whyNot(Capability.OUTBOUND);
    }

    String whyNot(Verdict verdict) {
        return whyNot(verdict == Verdict.DROP ? Capability.DROP : Capability.REJECT);
    }

    /** Returns why it cannot be chosen what becomes of existing connections; empty if it can. */
    String whyNoChoiceOfExisting() {
        String cannotSpare = whyNot(Capability.SPARE_EXISTING);
        return cannotSpare.isEmpty() ? whyNot(Capability.CUT_EXISTING) : cannotSpare;
    }

    private static String label(Capability capability) {
        return switch (capability) {
            case OUTBOUND -> Messages.Offer_outbound;
            case LOOPBACK -> Messages.Offer_loopback;
            case DROP -> Messages.Offer_drop;
            case REJECT -> Messages.Offer_reject;
            case SPARE_EXISTING -> Messages.Offer_spareExisting;
            case CUT_EXISTING -> Messages.Offer_cutExisting;
            case PER_PROGRAM -> Messages.Offer_perProgram;
            case PER_CONTROL_GROUP -> Messages.Offer_perControlGroup;
            case TIMED, HITS, PUBLISHED_PORTS, PERSISTENT, UNTIL_RESTART -> capability.name();
        };
    }
}
