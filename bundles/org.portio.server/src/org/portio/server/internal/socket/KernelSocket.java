// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.socket;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.portio.core.kernel.ErrorText;
import org.portio.core.kernel.SocketName;
import org.portio.core.kernel.Syscalls;

/**
 * A socket by the kernel's own calls. The kernel is asked each time whether there is IPv6, while Java decides that once, when
 * it starts. Used by one thread. Linux only.
 */
public final class KernelSocket {

    public static final int SOCK_STREAM = 1;
    public static final int SOCK_DGRAM = 2;

    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;

    private final Syscalls kernel = new Syscalls();
    private final int family;
    private final long descriptor;

    private KernelSocket(int family, int type) throws IOException {
        this.family = family;
        descriptor = kernel.call(Syscalls.SOCKET, family, type | SOCK_CLOEXEC, 0, 0);
        if (descriptor < 0) {
            throw notOpened();
        }
    }

    /** Uses a socket that has just been opened. */
    @FunctionalInterface
    public interface Use<T> {

        /** Uses the socket, which is closed if this fails. */
        T with(KernelSocket socket, InetSocketAddress local) throws IOException;
    }

    /**
     * Opens a socket for an address. One for {@code ::} also takes IPv4, whatever the system's default is.
     *
     * @param type {@link #SOCK_STREAM} or {@link #SOCK_DGRAM}
     * @param address null for all of both families, or of IPv4 if the kernel has no IPv6
     * @throws UnsupportedOperationException if the kernel does not have the family of the address
     */
    public static <T> T open(int type, InetAddress address, int port, Use<T> use) throws IOException {
        if (address != null) {
            return open(type, new InetSocketAddress(address, port), use);
        }
        try {
            return open(type, new InetSocketAddress(InetAddress.ofLiteral("::"), port), use);
        } catch (UnsupportedOperationException _) {
            return open(type, new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), port), use);
        }
    }

    private static <T> T open(int type, InetSocketAddress local, Use<T> use) throws IOException {
        KernelSocket socket = new KernelSocket(SocketName.family(local.getAddress()), type);
        try {
            if (socket.isIpv6()) {
                socket.require(IPPROTO_IPV6, IPV6_V6ONLY, 0);
            }
            return use.with(socket, local);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Returns the number of its descriptor. */
    public long descriptor() {
        return descriptor;
    }

    /** Tells whether it is one of IPv6. */
    public boolean isIpv6() {
        return family == SocketName.AF_INET6;
    }

    /** Sets an option that this kernel may not have; returns whether it has. */
    public boolean set(int level, int option, int number) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocateFrom(ValueLayout.JAVA_INT, number);
            long result =
                    kernel.call(Syscalls.SETSOCKOPT, descriptor, level, option, value.address(), value.byteSize());
            return result == 0;
        }
    }

    /** Sets an option without which the socket is of no use. */
    public void require(int level, int option, int number) throws SocketException {
        if (!set(level, option, number)) {
            throw new SocketException(ErrorText.of(kernel.errno()));
        }
    }

    /** Binds it. */
    public void bind(InetSocketAddress local) throws BindException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(SocketName.SPACE, 8);
            int length = SocketName.write(name, local.getAddress(), local.getPort());
            if (kernel.call(Syscalls.BIND, descriptor, name.address(), length, 0) < 0) {
                throw new BindException(ErrorText.of(kernel.errno()));
            }
        }
    }

    /** Starts listening; another socket may have been faster on a port that both have bound. */
    public void listen(int backlog) throws BindException {
        if (kernel.call(Syscalls.LISTEN, descriptor, backlog, 0, 0) < 0) {
            throw new BindException(ErrorText.of(kernel.errno()));
        }
    }

    /** Puts it in the place of another descriptor of this process, whose file is closed; it keeps its own one, too. */
    public void putInPlaceOf(int other) throws SocketException {
        if (kernel.call(Syscalls.DUP3, descriptor, other, SOCK_CLOEXEC, 0) < 0) {
            throw new SocketException(ErrorText.of(kernel.errno()));
        }
    }

    /** Closes it. */
    public void close() {
        kernel.call(Syscalls.CLOSE, descriptor, 0, 0, 0);
    }

    /** Returns the failure in Java's way: "unsupported" is thrown for a family that the machine does not have. */
    private IOException notOpened() {
        int errno = kernel.errno();
        if (errno == Syscalls.EAFNOSUPPORT) {
            throw new UnsupportedOperationException(ErrorText.of(errno));
        }
        return new SocketException(ErrorText.of(errno));
    }
}
