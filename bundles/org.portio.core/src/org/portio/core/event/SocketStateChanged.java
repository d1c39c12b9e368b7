// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import java.time.Instant;
import java.util.Objects;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;

/**
 * A TCP socket has changed its state. Sockets of other network namespaces are told of as well.
 *
 * @param socket number of the socket while it lives; given out again after its end
 * @param pid the process on whose behalf the kernel worked; 0 if it did so for itself, for example when a packet arrived, and
 *     so whoever ran then had nothing to do with it
 * @param local the port is 0 before the socket has one
 * @param remote null if it has no peer
 * @param before the state that it was in; {@link TcpState#CLOSED} for a new one
 * @param after the state that it is in now
 */
public record SocketStateChanged(
        Instant time,
        long socket,
        long pid,
        AddressFamily family,
        Endpoint local,
        Endpoint remote,
        TcpState before,
        TcpState after)
        implements KernelEvent {

    public SocketStateChanged {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
