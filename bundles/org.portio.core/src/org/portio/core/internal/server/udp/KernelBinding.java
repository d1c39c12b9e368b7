// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.server.udp;

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
 * Binds UDP sockets by the kernel's own calls. It is asked each time whether there is IPv6, while Java decides that once,
 * when it starts. Linux only.
 */
public final class KernelBinding {

    private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    private static final int IPV6_V6ONLY = 26;
    /** Whether groups that others of this machine have joined are received, too: by default, and not with Java. */
    private static final int IP_MULTICAST_ALL = 49;

    private static final int IPV6_MULTICAST_ALL = 29;

    private final Syscalls kernel = new Syscalls();

    /**
     * Binds one, without SO_REUSEADDR; an IPv6 one takes IPv4 as well where its address is {@code ::}.
     *
     * @param address null for all of both families, or of IPv4 where there is no IPv6
     */
    public DatagramPort bind(InetAddress address, int port) throws IOException {
        if (address != null) {
            return bind(new InetSocketAddress(address, port));
        }
        try {
            return bind(new InetSocketAddress(InetAddress.ofLiteral("::"), port));
        } catch (UnsupportedOperationException _) {
            return bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), port));
        }
    }

    private DatagramPort bind(InetSocketAddress local) throws IOException {
        int family = SocketName.family(local.getAddress());
        long socket = kernel.call(Syscalls.SOCKET, family, SOCK_DGRAM_CLOEXEC, 0, 0);
        if (socket < 0) {
            throw notOpened();
        }
        try (Arena arena = Arena.ofConfined()) {
            prepare(socket, family, arena);
            MemorySegment name = arena.allocate(SocketName.SPACE, 8);
            int length = SocketName.write(name, local.getAddress(), local.getPort());
            if (kernel.call(Syscalls.BIND, socket, name.address(), length, 0) < 0) {
                throw new BindException(ErrorText.of(kernel.errno()));
            }
            return new KernelPort(socket, local);
        } catch (IOException | RuntimeException e) {
            kernel.call(Syscalls.CLOSE, socket, 0, 0, 0);
            throw e;
        }
    }

    /** As Java, which says "unsupported" for a family that the machine does not have. */
    private IOException notOpened() {
        int errno = kernel.errno();
        if (errno == Syscalls.EAFNOSUPPORT) {
            throw new UnsupportedOperationException(ErrorText.of(errno));
        }
        return new SocketException(ErrorText.of(errno));
    }

    private void prepare(long socket, int family, Arena arena) throws IOException {
        MemorySegment value = arena.allocate(ValueLayout.JAVA_INT);
        set(socket, AskedAddress.IPPROTO_IP, IP_MULTICAST_ALL, 0, value);
        require(set(socket, AskedAddress.IPPROTO_IP, AskedAddress.IP_PKTINFO, 1, value));
        if (family == SocketName.AF_INET6) {
            set(socket, AskedAddress.IPPROTO_IPV6, IPV6_MULTICAST_ALL, 0, value);
            require(set(socket, AskedAddress.IPPROTO_IPV6, IPV6_V6ONLY, 0, value));
            require(set(socket, AskedAddress.IPPROTO_IPV6, AskedAddress.IPV6_RECVPKTINFO, 1, value));
        }
    }

    private boolean set(long socket, int level, int option, int number, MemorySegment value) {
        value.set(ValueLayout.JAVA_INT, 0, number);
        return kernel.call(Syscalls.SETSOCKOPT, socket, level, option, value.address(), value.byteSize()) == 0;
    }

    private void require(boolean done) throws SocketException {
        if (!done) {
            throw new SocketException(ErrorText.of(kernel.errno()));
        }
    }
}
