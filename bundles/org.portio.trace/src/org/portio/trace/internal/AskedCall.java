// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.trace.CallKind;
import org.portio.trace.SocketCall;
import org.portio.trace.internal.call.CallerMemory;
import org.portio.trace.internal.call.Notice;
import org.portio.trace.internal.process.Caller;
import org.portio.trace.internal.socket.AskedAddress;
import org.portio.trace.internal.socket.TakenSocket;

/** A call that waits, as far as it is read. */
final class AskedCall {

    private final Notice notice;
    private final AskedAddress address;
    private SocketCall call;

    /** Reads the address in the caller's memory, once. */
    AskedCall(Notice notice, CallerMemory memory) {
        this.notice = notice;
        address = isNamed()
                ? AskedAddress.of(memory.read(notice.thread(), notice.second(), notice.third()))
                : AskedAddress.NONE;
    }

    private boolean isNamed() {
        return notice.kind() == CallKind.BIND || notice.kind() == CallKind.CONNECT;
    }

    /** Returns whether it may be one of TCP or UDP; most of the others, of Unix sockets, are sorted out here. */
    boolean isOfInterest() {
        return !address.isSeen() || address.isInternet();
    }

    /** Looks at the socket; false if it is none of the Internet. */
    boolean complete(Caller caller, TakenSocket socket) {
        AddressFamily family = null;
        Protocol protocol = null;
        if (socket.isOpen()) {
            family = socket.family();
            protocol = socket.protocol();
            if (family == null) {
                return false;
            }
        }
        call = new SocketCall(
                notice.id(),
                notice.kind(),
                Instant.now(),
                caller.pid(),
                notice.thread(),
                notice.descriptor(),
                protocol,
                family,
                family == AddressFamily.IPV6 && notice.kind() == CallKind.BIND && socket.isIpv6Only(),
                place(socket));
        return true;
    }

    private InetSocketAddress place(TakenSocket socket) {
        if (isNamed()) {
            return address.isSeen() ? address.address() : null;
        }
        return socket.isOpen() ? socket.bound() : null;
    }

    /** Returns what the handler is told. */
    SocketCall call() {
        return call;
    }

    AskedAddress address() {
        return address;
    }

    /** Returns the length of the queue of listen(2). */
    int backlog() {
        return (int) notice.second();
    }
}
