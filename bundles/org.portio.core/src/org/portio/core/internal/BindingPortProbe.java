// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.port.PortProbe;

/** Binds the port without SO_REUSEADDR, which even a holder that lets others in keeps from succeeding. */
public final class BindingPortProbe implements PortProbe {

    /** Local on Linux and Windows without being set up, and used by hardly anybody. */
    private static final InetAddress SPARE_LOOPBACK = Addresses.of(new byte[] {127, 80, 79, 82});

    @Override
    public Result probe(Protocol protocol, AddressFamily family, int port, Set<InetAddress> leftovers) {
        Result result = bindAll(protocol, family, port);
        // If IPv6 sockets are always dual-stack, an IPv4 holder also keeps them from the wildcard address. Only the
        // single IPv6 addresses tell the two apart. They also show a holder on the wildcard beside leftovers.
        boolean ambiguous = family == AddressFamily.IPV6 && !BindTrial.SEPARATES_FAMILIES || !leftovers.isEmpty();
        if (result != Result.TAKEN || !ambiguous) {
            return result;
        }
        boolean held = addresses(family)
                .filter(address -> !leftovers.contains(address))
                .anyMatch(address ->
                        result(BindTrial.bind(protocol, new Endpoint(address, port), false)) == Result.TAKEN);
        return held ? Result.TAKEN : Result.FREE;
    }

    private static Result bindAll(Protocol protocol, AddressFamily family, int port) {
        return result(
                family == AddressFamily.IPV4
                        ? BindTrial.bind(protocol, new Endpoint(Addresses.of(new byte[4]), port), false)
                        : BindTrial.bindIpv6Alone(protocol, new Endpoint(Addresses.of(new byte[16]), port)));
    }

    private static Stream<InetAddress> addresses(AddressFamily family) {
        return family == AddressFamily.IPV4
                ? Stream.concat(
                        Stream.of(SPARE_LOOPBACK), Addresses.ofThisMachine().filter(Inet4Address.class::isInstance))
                : Addresses.ofThisMachine().filter(address -> !(address instanceof Inet4Address));
    }

    private static Result result(BindTrial.Outcome outcome) {
        return switch (outcome) {
            case FREE -> Result.FREE;
            case TAKEN -> Result.TAKEN;
            case DENIED, NOT_LOCAL -> Result.DENIED;
            case UNAVAILABLE -> Result.UNAVAILABLE;
        };
    }
}
