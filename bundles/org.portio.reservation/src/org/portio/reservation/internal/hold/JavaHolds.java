// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.port.PortProbe;
import org.portio.reservation.PortKey;
import org.portio.reservation.SocketShape;

/**
 * Holds by Java's own sockets, for systems whose kernel PortIO does not call. Java leaves open what changing address reuse
 * does to a bound socket; trying to take the port tells.
 */
public final class JavaHolds implements Holds {

    @Override
    public Hold take(PortKey key) throws HoldException {
        NetworkChannel channel = null;
        try {
            channel = open(key.protocol(), family(HoldAddresses.of(key)));
            bind(channel, key);
            return new Channel(channel);
        } catch (IOException | UnsupportedOperationException e) {
            close(channel);
            throw failure(key, e);
        }
    }

    /** Returns null, which opens one for both families if the machine has both. */
    private static NetworkChannel open(Protocol protocol, ProtocolFamily family) throws IOException {
        if (protocol == Protocol.TCP) {
            return family == null ? SocketChannel.open() : SocketChannel.open(family);
        }
        return family == null ? DatagramChannel.open() : DatagramChannel.open(family);
    }

    private static ProtocolFamily family(InetAddress address) {
        return address instanceof Inet4Address ? StandardProtocolFamily.INET : null;
    }

    private static void bind(NetworkChannel channel, PortKey key) throws IOException {
        InetAddress address = HoldAddresses.of(key);
        InetSocketAddress local =
                address == null ? new InetSocketAddress(key.port()) : new InetSocketAddress(address, key.port());
        if (key.protocol() == Protocol.UDP) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, 1);
            channel.bind(local);
            return;
        }
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(local);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, false);
    }

    @Override
    public String theft(PortKey key) {
        for (InetAddress address : HoldAddresses.toTry(key)) {
            try (NetworkChannel channel = open(key.protocol(), family(address))) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                channel.bind(new InetSocketAddress(address, key.port()));
                return LinuxHolds.stolen(address);
            } catch (IOException | UnsupportedOperationException _) {
                // Not by this address: as it should be.
            }
        }
        return "";
    }

    @Override
    public boolean passesDescriptors() {
        return false;
    }

    /** Java has one exception for all reasons, with a text in the system's language; a probe tells them apart. */
    static HoldException failure(PortKey key, Exception e) {
        if (e instanceof UnsupportedOperationException) {
            return new HoldException(Kind.INVALID, Denials.notLocal(key), e);
        }
        if (!(e instanceof BindException)) {
            return new HoldException(Kind.FAILED, "not available: " + e.getMessage(), e);
        }
        Set<PortProbe.Result> results = probe(key);
        if (results.contains(PortProbe.Result.TAKEN)) {
            return new HoldException(Kind.CONFLICT, "taken by another socket", e);
        }
        return results.contains(PortProbe.Result.DENIED)
                ? Denials.of(key)
                : new HoldException(Kind.INVALID, Denials.notLocal(key), e);
    }

    private static Set<PortProbe.Result> probe(PortKey key) {
        InetAddress address = HoldAddresses.of(key);
        return Arrays.stream(AddressFamily.values())
                .filter(family -> address == null || (family == AddressFamily.IPV4) == address instanceof Inet4Address)
                .map(family -> PortProbe.ofSystem().probe(key.protocol(), family, key.port()))
                .collect(Collectors.toSet());
    }

    private static void close(NetworkChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(JavaHolds.class.getName())
                    .log(System.Logger.Level.WARNING, "a socket did not close: {0}", e.getMessage());
        }
    }

    private record Channel(NetworkChannel channel) implements Hold {

        @Override
        public void letOthersIn(boolean open) throws HoldException {
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, open);
            } catch (IOException e) {
                throw new HoldException(Kind.FAILED, String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public void lendTo(Path receiver) throws HoldException {
            throw new HoldException(Kind.FAILED, "descriptors cannot be passed on this system");
        }

        @Override
        public void handOut(SocketShape shape, Path receiver) throws HoldException {
            throw new HoldException(Kind.FAILED, "sockets cannot be put in a program's place on this system");
        }

        @Override
        public Set<Long> inodes() {
            return Set.of();
        }

        @Override
        public void stopListening() {
            // It never listens.
        }

        @Override
        public void close() {
            JavaHolds.close(channel);
        }
    }
}
