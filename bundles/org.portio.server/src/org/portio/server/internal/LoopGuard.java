// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * Decides which datagrams an echo must not answer.
 *
 * <p>The sender of a datagram is whoever it says. An answer is as long as the question and goes out once, so that the
 * echo gives an attacker nothing that sending directly would not: it is no amplifier. What it could be is one half of a
 * loop. Whoever sends it one datagram in the name of another service that answers whatever comes has the two talk to each
 * other for ever, at no further cost. So it does not answer
 *
 * <ul>
 *   <li>itself: a datagram in the name of its own address and port would come back to it without end;
 *   <li>the ports of services known to answer what is no question, or to answer errors with errors: echo 7, systat 11,
 *       daytime 13, quote of the day 17, chargen 19, time 37, DNS 53, TFTP 69, NTP 123, and port 0, which is none. Other
 *       ports below 1024 are answered: clients of some protocols (IKE, DHCP, syslog) send from such;
 *   <li>every so many datagrams one, if a sender sends the same over and over: the other end may be an echo on a port of
 *       its own, another PortIO's, say, and a loop ends with the first datagram that is not answered. A client that sends
 *       that much in earnest loses one of ten thousand, and the transcript says so.
 * </ul>
 */
final class LoopGuard {

    static final int SAME_IN_A_ROW = 10_000;

    private static final Set<Integer> ANSWERING_PORTS = Set.of(0, 7, 11, 13, 17, 19, 37, 53, 69, 123);

    private final InetSocketAddress own;

    /** @param own what the server is bound to */
    LoopGuard(InetSocketAddress own) {
        this.own = own;
    }

    /** Returns whether there may be an answer; if not, it is noted why. */
    boolean allows(InetSocketAddress from, UdpSenders.Sender sender, ByteBuffer datagram) {
        String why = never(from);
        if (why != null) {
            sender.notes().often("not answered: " + why);
            return false;
        }
        if (sender.repeats(datagram) >= SAME_IN_A_ROW) {
            sender.forgetRepeats();
            // Noted however much of this sender is listed already: somebody may look for the answer that is missing.
            sender.notes()
                    .note("not answered: it sent the same " + SAME_IN_A_ROW + " times in a row, as an echo would");
            return false;
        }
        return true;
    }

    private String never(InetSocketAddress from) {
        if (from.getPort() == own.getPort() && isOwnAddress(from)) {
            return "it comes from this server's own address and port";
        }
        return ANSWERING_PORTS.contains(from.getPort())
                ? "the service on port " + from.getPort() + " might answer back endlessly"
                : null;
    }

    /** Returns a server on all addresses has the port on each of them. Asking the system is seldom: the ports are the same. */
    private boolean isOwnAddress(InetSocketAddress from) {
        if (!own.getAddress().isAnyLocalAddress()) {
            return from.getAddress().equals(own.getAddress());
        }
        return LocalAddress.isLocal(from.getAddress());
    }
}
