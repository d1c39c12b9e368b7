// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

/** A call of the kernel that a door can be asked to show; 32-bit programs have the same ones under other numbers. */
public enum CallKind {
    BIND,
    LISTEN,
    CONNECT,
    ACCEPT,
    /**
     * A request for io_uring, by which a program could bind and connect past the door. It has no socket. To refuse it
     * ({@link Errno#EPERM}) makes programs use ordinary calls, as they do in most containers.
     */
    IO_URING
}
