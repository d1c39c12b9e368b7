// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.kernel.SocketName;
import org.portio.core.kernel.Syscalls;

/** A caller's socket, of which this process has a descriptor of its own. One object serves one thread. */
public final class TakenSocket {

    private static final int SPACE = 256;
    private static final int SO_TYPE = 3;
    private static final int SO_PROTOCOL = 38;
    private static final int SO_DOMAIN = 39;
    private static final int SO_COOKIE = 57;
    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;
    private static final int F_GETFL = 3;

    private final Syscalls kernel;
    private final MemorySegment value = Arena.ofAuto().allocate(SPACE, 8);
    private final MemorySegment length = Arena.ofAuto().allocate(8, 8);
    private int descriptor;

    /** Makes a place for one socket after the other. */
    public TakenSocket(Syscalls kernel) {
        this.kernel = kernel;
        descriptor = -1;
    }

    /** Keeps this descriptor from now on, until it is closed; -1 for none. */
    public void set(int taken) {
        descriptor = taken;
    }

    public boolean isOpen() {
        return descriptor >= 0;
    }

    int descriptor() {
        return descriptor;
    }

    /** Gives the descriptor away to another one, for another thread. */
    public TakenSocket moveTo(Syscalls other) {
        TakenSocket moved = new TakenSocket(other);
        moved.set(descriptor);
        descriptor = -1;
        return moved;
    }

    /** Returns null if it is neither. */
    public Protocol protocol() {
        return switch (option(Syscalls.SOL_SOCKET, SO_PROTOCOL)) {
            case IPPROTO_TCP -> Protocol.TCP;
            case IPPROTO_UDP -> Protocol.UDP;
            default -> null;
        };
    }

    /** Returns null if it is not one of the Internet. */
    public AddressFamily family() {
        return switch (option(Syscalls.SOL_SOCKET, SO_DOMAIN)) {
            case SocketName.AF_INET -> AddressFamily.IPV4;
            case SocketName.AF_INET6 -> AddressFamily.IPV6;
            default -> null;
        };
    }

    public boolean isIpv6Only() {
        return option(IPPROTO_IPV6, IPV6_V6ONLY) == 1;
    }

    /** Returns the number that the kernel gives no other socket while it runs. */
    public long cookie() {
        return read(SO_COOKIE, Long.BYTES) ? value.get(ValueLayout.JAVA_LONG, 0) : 0;
    }

    /** Returns whether calls of it do not wait, or it has none that would. */
    public boolean isQuick() {
        return (kernel.call(Syscalls.FCNTL, descriptor, F_GETFL, 0, 0) & Syscalls.O_NONBLOCK) != 0
                || option(Syscalls.SOL_SOCKET, SO_TYPE) != 1;
    }

    private boolean read(int name, int size) {
        length.set(ValueLayout.JAVA_INT, 0, size);
        return kernel.call(
                        Syscalls.GETSOCKOPT, descriptor, Syscalls.SOL_SOCKET, name, value.address(), length.address())
                == 0;
    }

    private int option(int level, int name) {
        length.set(ValueLayout.JAVA_INT, 0, Integer.BYTES);
        long result = kernel.call(Syscalls.GETSOCKOPT, descriptor, level, name, value.address(), length.address());
        return result == 0 ? value.get(ValueLayout.JAVA_INT, 0) : -1;
    }

    /** Returns what it is bound to; null if it is not open or not of the Internet. */
    public InetSocketAddress bound() {
        length.set(ValueLayout.JAVA_INT, 0, SocketName.SPACE);
        long result = kernel.call(Syscalls.GETSOCKNAME, descriptor, value.address(), length.address(), 0);
        return result == 0 ? SocketName.read(value) : null;
    }

    /** Binds it, and returns why not, or 0. */
    public int bind(AskedAddress address) {
        return named(Syscalls.BIND, address);
    }

    /** Connects it, as long as that takes, and returns why not, or 0. */
    public int connect(AskedAddress address) {
        return named(Syscalls.CONNECT, address);
    }

    private int named(int call, AskedAddress address) {
        byte[] name = address.name();
        MemorySegment.copy(name, 0, value, ValueLayout.JAVA_BYTE, 0, name.length);
        return errno(kernel.call(call, descriptor, value.address(), name.length, 0));
    }

    /** Lets it listen, and returns why not, or 0. */
    public int listen(int backlog) {
        return errno(kernel.call(Syscalls.LISTEN, descriptor, backlog, 0, 0));
    }

    private int errno(long result) {
        return result == 0 ? 0 : kernel.errno();
    }

    public void close() {
        if (descriptor >= 0) {
            kernel.call(Syscalls.CLOSE, descriptor, 0, 0, 0);
            descriptor = -1;
        }
    }
}
