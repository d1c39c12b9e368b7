// SPDX-License-Identifier: EPL-2.0
package org.portio.core.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.port.PortProbe.Result;

class PortProbeTest {

    private static final InetAddress ANY_IPV4 = Addresses.of(new byte[4]);
    private static final InetAddress ANY_IPV6 = Addresses.of(new byte[16]);
    private static final InetAddress LOOPBACK_IPV4 = Addresses.of(new byte[] {127, 0, 0, 1});

    private final PortProbe probe = PortProbe.ofSystem();

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void portWithoutAnySocketIsFree(Protocol protocol) throws IOException {
        int port = freePort();
        assertEquals(Result.FREE, probe.probe(protocol, AddressFamily.IPV4, port));
        assertEquals(Result.FREE, probe.probe(protocol, AddressFamily.IPV6, port));
    }

    @Test
    void probingLeavesThePortFree() throws IOException {
        int port = freePort();
        probe.probe(Protocol.TCP, AddressFamily.IPV4, port);
        assertEquals(Result.FREE, probe.probe(Protocol.TCP, AddressFamily.IPV4, port));
    }

    @Test
    void socketThatIsBoundButDoesNotListenTakesThePort() throws IOException {
        try (SocketChannel holder = SocketChannel.open(StandardProtocolFamily.INET)) {
            assertEquals(Result.TAKEN, probe.probe(Protocol.TCP, AddressFamily.IPV4, bind(holder, ANY_IPV4)));
        }
    }

    @Test
    void holderThatLetsOthersInTakesThePortAllTheSame() throws IOException {
        try (NetworkChannel holder = SocketChannel.open(StandardProtocolFamily.INET)) {
            holder.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            assertEquals(Result.TAKEN, probe.probe(Protocol.TCP, AddressFamily.IPV4, bind(holder, ANY_IPV4)));
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void ipv4HolderLeavesIpv6Free(Protocol protocol) throws IOException {
        try (NetworkChannel holder = open(protocol, StandardProtocolFamily.INET)) {
            int port = bind(holder, ANY_IPV4);
            assertEquals(Result.TAKEN, probe.probe(protocol, AddressFamily.IPV4, port));
            assertEquals(Result.FREE, probe.probe(protocol, AddressFamily.IPV6, port));
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void dualStackHolderTakesBothFamilies(Protocol protocol) throws IOException {
        try (NetworkChannel holder = open(protocol, StandardProtocolFamily.INET6)) {
            int port = bind(holder, ANY_IPV6);
            assertEquals(Result.TAKEN, probe.probe(protocol, AddressFamily.IPV4, port));
            assertEquals(Result.TAKEN, probe.probe(protocol, AddressFamily.IPV6, port));
        }
    }

    @Test
    void holderOfTheIpv6LoopbackTakesOnlyIpv6() throws IOException {
        byte[] loopback = new byte[16];
        loopback[15] = 1;
        try (SocketChannel holder = SocketChannel.open(StandardProtocolFamily.INET6)) {
            int port = bind(holder, Addresses.of(loopback));
            assertEquals(Result.FREE, probe.probe(Protocol.TCP, AddressFamily.IPV4, port));
            assertEquals(Result.TAKEN, probe.probe(Protocol.TCP, AddressFamily.IPV6, port));
        }
    }

    @Test
    void tcpHolderLeavesUdpFree() throws IOException {
        try (SocketChannel holder = SocketChannel.open(StandardProtocolFamily.INET)) {
            assertEquals(Result.FREE, probe.probe(Protocol.UDP, AddressFamily.IPV4, bind(holder, ANY_IPV4)));
        }
    }

    @Test
    void leftoverOfAnEndedConnectionDoesNotTakeThePort() throws IOException {
        int port = leaveTimeWait();
        assertEquals(Result.FREE, probe.probe(Protocol.TCP, AddressFamily.IPV4, port, Set.of(LOOPBACK_IPV4)));
    }

    @Test
    void holderBesideLeftoversTakesThePort() throws IOException {
        try (SocketChannel holder = SocketChannel.open(StandardProtocolFamily.INET)) {
            int port = bind(holder, ANY_IPV4);
            assertEquals(Result.TAKEN, probe.probe(Protocol.TCP, AddressFamily.IPV4, port, Set.of(LOOPBACK_IPV4)));
        }
    }

    /** The side that ends first keeps the TIME-WAIT entry: here the client, whose port the system chose. */
    private static int leaveTimeWait() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK_IPV4);
                Socket client = new Socket(LOOPBACK_IPV4, server.getLocalPort());
                Socket _ = server.accept()) {
            client.shutdownOutput();
            return client.getLocalPort();
        }
    }

    private static int freePort() throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.INET6)) {
            return bind(channel, ANY_IPV6);
        }
    }

    private static int bind(NetworkChannel channel, InetAddress address) throws IOException {
        channel.bind(new InetSocketAddress(address, 0));
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    private static NetworkChannel open(Protocol protocol, StandardProtocolFamily family) throws IOException {
        return protocol == Protocol.TCP ? SocketChannel.open(family) : DatagramChannel.open(family);
    }
}
