// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.call;

import java.util.Map;
import java.util.Optional;
import org.portio.core.kernel.Syscalls;
import org.portio.trace.CallKind;

/** Ways of calling the kernel, each with numbers of its own: that of this machine, and that of 32-bit programs on it. */
enum Architecture {
    X86_64(
            0xC000003E,
            Map.of(
                    49, CallKind.BIND,
                    50, CallKind.LISTEN,
                    42, CallKind.CONNECT,
                    43, CallKind.ACCEPT,
                    288, CallKind.ACCEPT,
                    425, CallKind.IO_URING)),
    I386(
            0x40000003,
            Map.of(
                    361, CallKind.BIND,
                    363, CallKind.LISTEN,
                    362, CallKind.CONNECT,
                    364, CallKind.ACCEPT,
                    425, CallKind.IO_URING)),
    AARCH64(
            0xC00000B7,
            Map.of(
                    200, CallKind.BIND,
                    201, CallKind.LISTEN,
                    203, CallKind.CONNECT,
                    202, CallKind.ACCEPT,
                    242, CallKind.ACCEPT,
                    425, CallKind.IO_URING)),
    ARM(
            0x40000028,
            Map.of(
                    282, CallKind.BIND,
                    284, CallKind.LISTEN,
                    283, CallKind.CONNECT,
                    285, CallKind.ACCEPT,
                    366, CallKind.ACCEPT,
                    425, CallKind.IO_URING));

    /** The one call for everything about sockets that older 32-bit programs of x86 have. */
    static final int SOCKETCALL = 102;

    /** The calls that {@link #SOCKETCALL} stands for, by its first argument. */
    static final Map<Integer, CallKind> SOCKETCALLS = Map.of(
            2, CallKind.BIND,
            3, CallKind.CONNECT,
            4, CallKind.LISTEN,
            5, CallKind.ACCEPT,
            18, CallKind.ACCEPT);

    /** The bit by which programs with 32-bit pointers call a 64-bit kernel (x32). */
    private static final int X32 = 0x40000000;

    private final int code;
    private final Map<Integer, CallKind> calls;

    Architecture(int code, Map<Integer, CallKind> calls) {
        this.code = code;
        this.calls = calls;
    }

    static Architecture ofMachine() {
        return Syscalls.X86 ? X86_64 : AARCH64;
    }

    static Optional<Architecture> of(int code) {
        for (Architecture each : values()) {
            if (each.code == code) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Returns that of the 32-bit programs of this one. */
    Architecture compatible() {
        return this == X86_64 ? I386 : ARM;
    }

    /** Returns the kernel's number of it (AUDIT_ARCH). */
    int code() {
        return code;
    }

    Map<Integer, CallKind> calls() {
        return calls;
    }

    /** Returns the bits of a call's number that count. */
    int mask() {
        return this == X86_64 ? ~X32 : ~0;
    }
}
