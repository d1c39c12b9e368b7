// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.portio.core.Protocol;
import org.portio.core.TcpMetrics;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;

/**
 * A socket is gone: the last process has let go of it, and TCP has done with it but for TIME-WAIT. A socket is told of also if
 * it had neither a port nor a peer.
 *
 * @param untold a moment at which there was no news of it yet: it ended after that, or as shortly before as the kernel takes
 *     to tell
 * @param cookie the kernel's own number of the socket, as {@link org.portio.core.Connection#platformKey()}
 * @param local its end on this machine; the port is 0 if it had none
 * @param remote its last peer; null if it had none, or had been cut off from it (after a refusal, or by a reset)
 * @param reach how far TCP came
 * @param metrics TCP's measurements; null if it never tried to connect, and for UDP
 * @param idle time since TCP last sent or received something; null if it never did
 */
public record SocketEnded(
        Instant time,
        Instant untold,
        long cookie,
        Protocol protocol,
        AddressFamily family,
        Endpoint local,
        Endpoint remote,
        Reach reach,
        TcpMetrics metrics,
        Duration idle)
        implements KernelEvent {

    /** The distance that a TCP socket has come on the way to a connection; each constant includes the ones before it. */
    public enum Reach {
        /** No connection, nor an attempt: it neither tried to connect nor came from a listener. So is all UDP. */
        NONE,
        /** An attempt to connect that was refused or not answered. */
        ATTEMPTED,
        /** A connection. */
        ESTABLISHED
    }

    public SocketEnded {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(reach, "reach");
    }
}
