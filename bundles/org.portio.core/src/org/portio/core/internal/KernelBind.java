// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.portio.core.Protocol;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.internal.BindTrial.Outcome;
import org.portio.core.kernel.SocketName;
import org.portio.core.kernel.Syscalls;

/** Binds by the kernel's own calls, which give the reason as a number. Linux only. */
final class KernelBind {

    private static final int SOCK_STREAM = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int SO_BINDTODEVICE = 25;
    private static final int SO_BINDTOIFINDEX = 62;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;
    private static final int EINVAL = 22;
    private static final int ENODEV = 19;

    private final Syscalls kernel = new Syscalls();
    private final Protocol protocol;
    private final boolean reuse;
    private final boolean ipv6Alone;

    KernelBind(Protocol protocol, boolean reuse, boolean ipv6Alone) {
        this.protocol = protocol;
        this.reuse = reuse;
        this.ipv6Alone = ipv6Alone;
    }

    Outcome bind(Endpoint place) {
        int family = SocketName.family(place.address());
        int type = (protocol == Protocol.TCP ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC;
        long socket = kernel.call(Syscalls.SOCKET, family, type, 0, 0);
        if (socket < 0) {
            return kernel.errno() == Syscalls.EAFNOSUPPORT ? Outcome.UNAVAILABLE : Outcome.DENIED;
        }
        try (Arena arena = Arena.ofConfined()) {
            if (!isAtInterface(socket, place.netInterface(), arena)) {
                return Outcome.NOT_LOCAL;
            }
            if (reuse) {
                turnOn(socket, Syscalls.SOL_SOCKET, Syscalls.SO_REUSEADDR, arena);
            }
            if (ipv6Alone) {
                turnOn(socket, IPPROTO_IPV6, IPV6_V6ONLY, arena);
            }
            MemorySegment name = arena.allocate(SocketName.SPACE, 8);
            int length = SocketName.write(name, place.address(), place.port());
            long result = kernel.call(Syscalls.BIND, socket, name.address(), length, 0);
            return result == 0 ? Outcome.FREE : refused();
        } finally {
            kernel.call(Syscalls.CLOSE, socket, 0, 0, 0);
        }
    }

    /** Binds it to the interface, which must be there; that gives a link-local address its scope, too. */
    private boolean isAtInterface(long socket, NetInterface at, Arena arena) {
        if (at.isNone()) {
            return true;
        }
        boolean known = at.index() > 0;
        MemorySegment which = known ? number(at.index(), arena) : arena.allocateFrom(at.name());
        int option = known ? SO_BINDTOIFINDEX : SO_BINDTODEVICE;
        return kernel.call(Syscalls.SETSOCKOPT, socket, Syscalls.SOL_SOCKET, option, which.address(), which.byteSize())
                == 0;
    }

    private void turnOn(long socket, int level, int option, Arena arena) {
        MemorySegment one = number(1, arena);
        kernel.call(Syscalls.SETSOCKOPT, socket, level, option, one.address(), one.byteSize());
    }

    /** Returns a number in native memory, without a layout, for which Java makes ten classes at each start. */
    private static MemorySegment number(int value, Arena arena) {
        MemorySegment memory = arena.allocate(Integer.BYTES, Integer.BYTES);
        memory.asByteBuffer().order(ByteOrder.nativeOrder()).putInt(value);
        return memory;
    }

    /** A link-local address of no interface or of one that is not there is EINVAL and ENODEV. */
    private Outcome refused() {
        return switch (kernel.errno()) {
            case Syscalls.EADDRINUSE -> Outcome.TAKEN;
            case Syscalls.EADDRNOTAVAIL, EINVAL, ENODEV -> Outcome.NOT_LOCAL;
            default -> Outcome.DENIED;
        };
    }
}
