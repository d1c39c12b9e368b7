// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.address.AddressFamily;
import org.portio.core.kernel.Kernel;
import org.portio.core.port.PortProbe;
import org.portio.core.system.MissingRight;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.internal.tcp.KernelListener;
import org.portio.server.internal.udp.ChannelPort;
import org.portio.server.internal.udp.DatagramPort;
import org.portio.server.internal.udp.KernelBinding;

/** Binds the sockets of servers, and finds out why if that fails. */
final class Binding {

    /** Clients may come by the thousand at one moment; Linux cuts it down to net.core.somaxconn. */
    private static final int BACKLOG = 4096;

    private final ServerRequest request;
    private final InetAddress address;

    Binding(ServerRequest request) throws ServerException {
        this.request = request;
        this.address = LocalAddress.parse(request.address());
    }

    /**
     * Listens with SO_REUSEADDR, like Java: this can take over a port that a reservation has opened for that purpose.
     */
    ServerSocketChannel listen() throws ServerException {
        return explained(
                () -> isBeyondJava() ? KernelListener.listen(address, request.port(), BACKLOG) : listenByJava());
    }

    /** Java looks once, when it starts, whether there is IPv6; the machine may have got it since. */
    private boolean isBeyondJava() throws IOException {
        if (!Kernel.isCallable() || address instanceof Inet4Address) {
            return false;
        }
        try (ServerSocketChannel _ = ServerSocketChannel.open(StandardProtocolFamily.INET6)) {
            return false;
        } catch (UnsupportedOperationException _) {
            return true;
        }
    }

    private ServerSocketChannel listenByJava() throws IOException {
        return bound(
                family -> family == null ? ServerSocketChannel.open() : ServerSocketChannel.open(family),
                (channel, local) -> channel.bind(local, BACKLOG));
    }

    DatagramPort datagrams() throws ServerException {
        return explained(() -> Kernel.isCallable() ? KernelBinding.bind(address, request.port()) : datagramsByJava());
    }

    private DatagramPort datagramsByJava() throws IOException {
        return new ChannelPort(bound(
                family -> family == null ? DatagramChannel.open() : DatagramChannel.open(family),
                (channel, local) -> channel.bind(local)));
    }

    private interface Opening<C> {
        /** @param family null for both if the machine has both */
        C open(StandardProtocolFamily family) throws IOException;
    }

    private interface Act<C> {
        void bind(C channel, InetSocketAddress local) throws IOException;
    }

    private interface Work<S> {
        S run() throws IOException;
    }

    private <C extends NetworkChannel> C bound(Opening<C> opening, Act<C> act) throws IOException {
        C channel = opening.open(family());
        try {
            act.bind(channel, new InetSocketAddress(address, request.port()));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private <S> S explained(Work<S> work) throws ServerException {
        try {
            return work.run();
        } catch (BindException e) {
            throw refused(e);
        } catch (UnsupportedOperationException e) {
            throw new ServerException(Failure.of(Kind.INVALID, "this machine has no IPv6", "give an IPv4 address"), e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Java's sockets of no given family are for both, those of IPv6 too; only IPv4 can be had alone. */
    private StandardProtocolFamily family() {
        if (address == null) {
            return null;
        }
        return address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    }

    /** Java has one exception for all reasons, with a text in the system's language; a probe tells them apart. */
    private ServerException refused(BindException e) {
        Set<PortProbe.Result> results = Arrays.stream(AddressFamily.values())
                .filter(family -> address == null || (family == AddressFamily.IPV4) == address instanceof Inet4Address)
                .map(family -> PortProbe.ofSystem().probe(request.protocol(), family, request.port()))
                .collect(Collectors.toSet());
        if (results.contains(PortProbe.Result.TAKEN)) {
            return new ServerException(Failure.of(Kind.CONFLICT, what() + " is taken", advice()), e);
        }
        return results.contains(PortProbe.Result.DENIED) ? denied(e) : failed(e);
    }

    private String advice() {
        return "see by whom: portio check-port " + request.port();
    }

    private ServerException denied(BindException e) {
        int first = PrivilegedPorts.firstFree();
        return new ServerException(
                request.port() < first
                        ? Failure.of(
                                Kind.PERMISSION,
                                what() + ": ports below " + first + whatIsMissing(),
                                "choose a higher one")
                        : Failure.of(
                                Kind.PERMISSION,
                                what() + " is not available to this user: the system keeps it",
                                "choose another one"),
                e);
    }

    private static String whatIsMissing() {
        return MissingRight.isRoot()
                ? " need the capability CAP_NET_BIND_SERVICE, which root lacks here"
                : " need privileges";
    }

    private ServerException failed(IOException e) {
        String where = address == null ? "" : " on " + request.address();
        return new ServerException(Failure.of(Kind.FAILED, what() + where + " cannot be bound: " + e.getMessage()), e);
    }

    private String what() {
        return request.protocol() + " " + request.port();
    }
}
