// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.BindTrial;
import org.portio.core.internal.BindTrial.Outcome;

/** Tries to bind the port in every way that services do. */
record Scopes(Question question, PortSockets sockets) {

    /** Beyond this, a machine's further addresses tell nothing new. */
    private static final int MOST_ADDRESSES = 16;

    /** One try. */
    record Try(Endpoint place, boolean reuse, Outcome outcome) {}

    /** Returns all that this machine can try, first without and then with SO_REUSEADDR for each address. */
    List<Try> tries() throws UnknownAddressException {
        List<Try> tries = new ArrayList<>();
        for (Endpoint place : places()) {
            for (boolean reuse : new boolean[] {false, true}) {
                Outcome outcome = BindTrial.bind(question.protocol(), place, reuse);
                // Not every address that a network interface has can be bound: it may be down, or its address be tried
                // out.
                boolean stranger =
                        outcome == Outcome.NOT_LOCAL && question.address().isEmpty();
                if (outcome != Outcome.UNAVAILABLE && !stranger) {
                    tries.add(new Try(place, reuse, outcome));
                }
            }
        }
        return tries;
    }

    private List<Endpoint> places() throws UnknownAddressException {
        return question.address().isEmpty()
                ? addresses().stream()
                        .map(address -> new Endpoint(address, question.port()))
                        .toList()
                : UnknownAddressException.parse(question.address(), question.port());
    }

    private static Set<InetAddress> addresses() {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        addresses.add(Addresses.of(new byte[] {127, 0, 0, 1}));
        addresses.add(Addresses.of(new byte[4]));
        byte[] loopback = new byte[16];
        loopback[15] = 1;
        addresses.add(Addresses.of(loopback));
        addresses.add(Addresses.of(new byte[16]));
        Addresses.ofThisMachine()
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .limit(MOST_ADDRESSES)
                .forEach(addresses::add);
        return addresses;
    }

    /**
     * Returns the try as it is told to the user.
     *
     * @param own what PortIO itself has of the port
     */
    BindScope scope(Try attempt, Optional<OwnHold> own) {
        String why = switch (attempt.outcome()) {
            case FREE, UNAVAILABLE -> "";
            case TAKEN ->
                own.filter(hold -> hold.has(attempt.place()))
                        .map(OwnHold::what)
                        .orElseGet(() -> sockets.whoHas(attempt.place()));
            case DENIED -> "not permitted for this user";
            case NOT_LOCAL -> "not an address of this machine";
        };
        return new BindScope(attempt.place().addressText(), attempt.reuse(), attempt.outcome() == Outcome.FREE, why);
    }
}
