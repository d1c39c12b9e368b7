// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.util.List;
import org.portio.cli.command.Choice;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;

/** The option that says how a reserved port is handed over to its program. */
final class HandOverOption {

    /** The constants of {@link HandOver} by their labels; written out, so that the help need not load them. */
    static final Choice WAYS = new Choice("hand-over", List.of("auto", "any", "descriptor", "latch", "release"));

    private HandOverOption() {}

    /** Returns the way of this label, which is one of {@link #WAYS}. */
    static HandOver way(String label) {
        return HandOver.valueOf(Choice.constant(label));
    }

    /** Says why a port of this protocol cannot be handed over in this way; empty if it can. */
    static String unfit(HandOver way, Protocol protocol) {
        boolean tcpOnly = way == HandOver.DESCRIPTOR || way == HandOver.LATCH;
        return tcpOnly && protocol == Protocol.UDP
                ? "a UDP port cannot be handed over by " + way.label() + "; choose from auto, any, release"
                : "";
    }
}
