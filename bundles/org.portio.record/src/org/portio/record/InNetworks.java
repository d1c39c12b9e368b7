// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portio.core.address.Endpoint;
import org.portio.core.address.Network;

/**
 * Chooses addresses by the networks that they are in. A {@link Condition} with these is answered without looking at each address
 * that there was.
 *
 * @param networks of which any may have it
 * @param negated whether none of them must have it instead
 */
public record InNetworks(List<Network> networks, boolean negated) implements Predicate<Endpoint> {

    public InNetworks {
        networks = List.copyOf(networks);
    }

    /** Chooses the addresses that one of these networks has. */
    public static InNetworks of(List<Network> networks) {
        return new InNetworks(networks, false);
    }

    @Override
    public boolean test(Endpoint end) {
        return networks.stream().anyMatch(network -> network.contains(end.address())) != negated;
    }

    @Override
    public InNetworks negate() {
        return new InNetworks(networks, !negated);
    }

    @Override
    public Predicate<Endpoint> or(Predicate<? super Endpoint> other) {
        return other instanceof InNetworks others && !negated && !others.negated
                ? of(Stream.concat(networks.stream(), others.networks.stream()).toList())
                : Predicate.super.or(other);
    }
}
