// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import java.net.InetSocketAddress;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers the calls of the processes behind a door. It is called on one thread, while the caller and all others that call wait;
 * so it must be quick, and must not wait for any of them. A handler that throws lets the call proceed.
 */
@ConsumerType
public interface CallHandler {

    /** Tells a call of a TCP or UDP socket, or of one that cannot be looked at, and asks what to do. */
    Answer asked(SocketCall call);

    /**
     * Tells what came of a call. If the result can be known, this comes before the program gets it.
     *
     * @param errno {@link Errno#NONE} if it succeeded; {@link Errno#UNKNOWN} if the kernel does it, as with each
     *     {@link CallKind#ACCEPT} and most of {@link CallKind#CONNECT}
     * @param bound what the socket is bound to now; null if that is unknown
     */
    void done(SocketCall call, int errno, InetSocketAddress bound);
}
