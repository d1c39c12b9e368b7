// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import org.portio.core.Protocol;
import org.portio.core.internal.BindRefusal;

/**
 * Binds a port as a service would, and lets go at once; it never listens, so that no client meets it. No table could tell
 * as well: none shows whether a socket lets others in (SO_REUSEADDR).
 */
final class BindTrial {

    /** What came of it. */
    enum Outcome {
        FREE,
        TAKEN,
        DENIED,
        NOT_LOCAL,
        /** The machine has no sockets of this family. */
        UNAVAILABLE
    }

    private BindTrial() {}

    static Outcome bind(Protocol protocol, InetAddress address, int port, boolean reuse) {
        try (NetworkChannel channel = open(protocol, address)) {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, reuse);
            channel.bind(new InetSocketAddress(address, port));
            return Outcome.FREE;
        } catch (BindException e) {
            return outcome(e, address);
        } catch (SocketException _) {
            return isLocal(address) ? Outcome.DENIED : Outcome.NOT_LOCAL;
        } catch (IOException | UnsupportedOperationException _) {
            return Outcome.UNAVAILABLE;
        }
    }

    private static Outcome outcome(BindException refusal, InetAddress address) {
        if (BindRefusal.isInUse(refusal)) {
            return Outcome.TAKEN;
        }
        return isLocal(address) ? Outcome.DENIED : Outcome.NOT_LOCAL;
    }

    /** Those of a network interface that is down cannot be bound. */
    private static boolean isLocal(InetAddress address) {
        try {
            NetworkInterface owner = NetworkInterface.getByInetAddress(address);
            return address.isAnyLocalAddress() || address.isLoopbackAddress() || owner != null && owner.isUp();
        } catch (SocketException _) {
            return false;
        }
    }

    private static NetworkChannel open(Protocol protocol, InetAddress address) throws IOException {
        StandardProtocolFamily family =
                address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        return protocol == Protocol.TCP ? SocketChannel.open(family) : DatagramChannel.open(family);
    }
}
