// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;

/**
 * A call that a process waits in. It was read once: what the process changes afterwards is not what is answered.
 *
 * @param id the kernel's number of this call at this door
 * @param pid the process; still there when the call was read
 * @param thread the thread of it that calls
 * @param descriptor the process's own number of the socket; -1 for {@link CallKind#IO_URING}
 * @param protocol null if it is neither TCP nor UDP, or the socket cannot be looked at
 * @param family the socket's own, so an IPv6 socket may ask for an IPv4 address; null if the socket cannot be looked at
 * @param ipv6Only whether an IPv6 socket leaves out IPv4
 * @param address what {@link CallKind#BIND} and {@link CallKind#CONNECT} ask for, and what the socket of
 *     {@link CallKind#LISTEN} and {@link CallKind#ACCEPT} is bound to; null if there is none or it cannot be read
 */
public record SocketCall(
        long id,
        CallKind kind,
        Instant time,
        int pid,
        int thread,
        int descriptor,
        Protocol protocol,
        AddressFamily family,
        boolean ipv6Only,
        InetSocketAddress address) {}
