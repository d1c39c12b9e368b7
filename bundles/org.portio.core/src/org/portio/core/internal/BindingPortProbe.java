// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.stream.Stream;
import org.portio.core.AddressFamily;
import org.portio.core.Addresses;
import org.portio.core.PortProbe;
import org.portio.core.Protocol;

/** Binds the port without SO_REUSEADDR, which even a holder that lets others in keeps from succeeding. */
public final class BindingPortProbe implements PortProbe {

    /** Local on Linux and Windows without being set up, and used by hardly anybody. */
    private static final InetAddress SPARE_LOOPBACK = Addresses.of(new byte[] {127, 80, 79, 82});

    /** Opens a socket of each kind: the first takes Java longer than an answer does, and need not be waited for then. */
    public BindingPortProbe() {
        for (Protocol protocol : Protocol.values()) {
            try {
                open(protocol, AddressFamily.IPV4).close();
            } catch (IOException | UnsupportedOperationException _) {
                // What it means is told by the answers.
            }
        }
    }

    @Override
    public Result probe(Protocol protocol, AddressFamily family, int port, Set<InetAddress> leftovers) {
        Result result = bind(protocol, family, wildcard(family), port);
        // Java's IPv6 sockets are dual-stack, so that an IPv4 holder refuses them the wildcard address as well. Only
        // the single IPv6 addresses tell the two apart. They also show a holder on the wildcard beside leftovers.
        boolean ambiguous = family == AddressFamily.IPV6 || !leftovers.isEmpty();
        if (result != Result.TAKEN || !ambiguous) {
            return result;
        }
        boolean held = addresses(family)
                .filter(address -> !leftovers.contains(address))
                .anyMatch(address -> bind(protocol, family, address, port) == Result.TAKEN);
        return held ? Result.TAKEN : Result.FREE;
    }

    private static InetAddress wildcard(AddressFamily family) {
        return Addresses.of(new byte[family == AddressFamily.IPV4 ? 4 : 16]);
    }

    private static Stream<InetAddress> addresses(AddressFamily family) {
        try {
            Stream<InetAddress> all = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
            return family == AddressFamily.IPV4
                    ? Stream.concat(Stream.of(SPARE_LOOPBACK), all.filter(Inet4Address.class::isInstance))
                    : all.filter(address -> !(address instanceof Inet4Address));
        } catch (SocketException _) {
            return Stream.of(InetAddress.getLoopbackAddress());
        }
    }

    private static Result bind(Protocol protocol, AddressFamily family, InetAddress address, int port) {
        try (NetworkChannel channel = open(protocol, family)) {
            channel.bind(new InetSocketAddress(address, port));
            return Result.FREE;
        } catch (BindException e) {
            return BindRefusal.isInUse(e) ? Result.TAKEN : Result.DENIED;
        } catch (SocketException _) {
            return Result.DENIED;
        } catch (IOException | UnsupportedOperationException _) {
            return Result.UNAVAILABLE;
        }
    }

    private static NetworkChannel open(Protocol protocol, AddressFamily family) throws IOException {
        StandardProtocolFamily sockets =
                family == AddressFamily.IPV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        return protocol == Protocol.TCP ? SocketChannel.open(sockets) : DatagramChannel.open(sockets);
    }
}
