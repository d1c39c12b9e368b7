// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

/** The kinds of events that a stream may tell of. */
public enum EventKind {
    /** Each end of a socket: {@link SocketEnded}. */
    SOCKET_END,
    /** The begin, programs and end of each process: {@link ProcessBegan}, {@link ProcessExecuted}, {@link ProcessExited}. */
    PROCESS,
    /** Each change of a TCP socket's state: {@link SocketStateChanged}. */
    SOCKET_STATE
}
