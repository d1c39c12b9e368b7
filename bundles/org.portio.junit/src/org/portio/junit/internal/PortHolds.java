// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import org.portio.core.Protocol;
import org.portio.core.system.OperatingSystem;
import org.portio.junit.HandOver;

/**
 * Finds ports for tests and holds them, by Java's own sockets. A port is bound without address reuse, at all addresses, so that
 * nobody else can have it at that moment; a TCP hold never listens, so that clients are refused until the test listens.
 */
final class PortHolds {

    private static final int ATTEMPTS = 1000;

    private final NumberRange numbers;
    private final Claims claims;

    PortHolds() {
        this(new NumberRange(), new Claims());
    }

    PortHolds(NumberRange numbers, Claims claims) {
        this.numbers = numbers;
        this.claims = claims;
    }

    /**
     * Holds some port and makes it ready for the test.
     *
     * @throws IOException if no port can be held; the message says why
     */
    PortHold take(Protocol protocol, HandOver asked) throws IOException {
        HandOver way = choose(protocol, asked);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PortHold hold = way == HandOver.LATCH ? latch(numbers.next()) : release(protocol, numbers.next());
            if (hold != null) {
                return hold;
            }
        }
        throw new IOException("none of " + ATTEMPTS + " " + protocol + " ports is free; see who has them: portio list");
    }

    /** BSD and Windows mean other things by address reuse, and a UDP socket takes no connections that would wait. */
    private static HandOver choose(Protocol protocol, HandOver asked) throws IOException {
        boolean latchable = protocol == Protocol.TCP && OperatingSystem.isLinux();
        if (asked == HandOver.LATCH && !latchable) {
            throw new IOException("only TCP on Linux can be handed over by latch; choose HandOver.RELEASE");
        }
        return asked == HandOver.AUTO ? latchable ? HandOver.LATCH : HandOver.RELEASE : asked;
    }

    /** Returns null if somebody has the port. */
    private static PortHold latch(int port) throws IOException {
        NetworkChannel socket = bind(Protocol.TCP, port);
        if (socket == null) {
            return null;
        }
        try {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            return new PortHold(port, Protocol.TCP, HandOver.LATCH, socket, null);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Returns null if somebody has the port. */
    private PortHold release(Protocol protocol, int port) throws IOException {
        FileLock claim = claims.claim(protocol, port);
        NetworkChannel socket = claim == null ? null : bind(protocol, port);
        if (socket != null) {
            socket.close();
            return new PortHold(port, protocol, HandOver.RELEASE, null, claim);
        }
        if (claim != null) {
            claim.release();
        }
        return null;
    }

    private static NetworkChannel bind(Protocol protocol, int port) throws IOException {
        NetworkChannel socket = protocol == Protocol.TCP ? SocketChannel.open() : DatagramChannel.open();
        try {
            return socket.bind(new InetSocketAddress(port));
        } catch (BindException _) {
            socket.close();
            return null;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
