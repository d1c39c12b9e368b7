// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
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
    private final Doorway doorway;

    PortHolds() {
        this(new NumberRange(), new Claims(), Doorway.ofThisProcess());
    }

    PortHolds(NumberRange numbers, Claims claims, Doorway doorway) {
        this.numbers = numbers;
        this.claims = claims;
        this.doorway = doorway;
    }

    /**
     * Holds some port and makes it ready for the test.
     *
     * @throws IOException if no port can be held; the message says why
     */
    PortHold take(Protocol protocol, HandOver asked) throws IOException {
        boolean latchable = protocol == Protocol.TCP && OperatingSystem.isLinux();
        if (asked == HandOver.LATCH && !latchable) {
            throw new IOException("only TCP on Linux can be handed over by latch; choose HandOver.RELEASE");
        }
        String obstacle = asked == HandOver.ANY ? doorway.obstacle() : "";
        // BSD and Windows mean other things by address reuse, and so does UDP.
        HandOver best = latchable ? HandOver.LATCH : HandOver.RELEASE;
        HandOver way = asked == HandOver.AUTO || !obstacle.isEmpty() ? best : asked;
        return take(protocol, way, latchable).noted(obstacle);
    }

    private PortHold take(Protocol protocol, HandOver way, boolean latchable) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = numbers.next();
            Optional<Claim> claim = claims.claim(protocol, port);
            NetworkChannel socket = claim.isPresent() ? bind(protocol, port) : null;
            if (socket != null) {
                return hold(socket, new PortHold(port, protocol, way, socket, claim.get()), latchable);
            }
            if (claim.isPresent()) {
                claim.get().close();
            }
        }
        throw new IOException("none of " + ATTEMPTS + " " + protocol + " ports is free; see who has them: portio list");
    }

    private PortHold hold(NetworkChannel socket, PortHold hold, boolean latchable) throws IOException {
        try {
            if (hold.way() == HandOver.RELEASE) {
                hold.letGo();
            } else if (latchable) {
                socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            }
            if (hold.way() == HandOver.ANY) {
                doorway.add(hold);
            }
            return hold;
        } catch (IOException e) {
            hold.close();
            throw e;
        }
    }

    /** Binds a port that nobody has; null if somebody does. */
    static NetworkChannel bind(Protocol protocol, int port) throws IOException {
        return bind(protocol, port, false);
    }

    /** Binds a TCP port beside whoever has it with address reuse and does not listen yet; null if that cannot be. */
    static NetworkChannel bindBeside(Protocol protocol, int port) throws IOException {
        return protocol == Protocol.TCP ? bind(protocol, port, true) : null;
    }

    private static NetworkChannel bind(Protocol protocol, int port, boolean reuse) throws IOException {
        NetworkChannel socket = protocol == Protocol.TCP ? SocketChannel.open() : DatagramChannel.open();
        try {
            if (reuse) {
                socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            }
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
