// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.SocketShape;

/** Attempts a connection from a client's address and port, which this client has left. */
final class SameClient {

    private static final int STREAM_NONBLOCK_CLOEXEC = 1 | Syscalls.O_NONBLOCK | Syscalls.O_CLOEXEC;
    private static final int SOL_IP = 0;
    private static final int IP_BIND_ADDRESS_NO_PORT = 24;
    /** Since Linux 6.3. */
    private static final int IP_LOCAL_PORT_RANGE = 51;

    private static final int EINPROGRESS = 115;
    private static final int SPACE = 32;

    private final Syscalls kernel = new Syscalls();
    private final MemorySegment memory = Arena.ofAuto().allocate(SPACE, 8);
    private final InetAddress client;
    private final int clientPort;

    private SameClient(InetAddress client, int clientPort) {
        this.client = client;
        this.clientPort = clientPort;
    }

    /** Returns whether it was attempted, without waiting for what comes of it. */
    static boolean attempt(InetAddress client, int clientPort, InetAddress server, int port) {
        SameClient same = new SameClient(client, clientPort);
        return same.attempt(server, port, false) || same.attempt(server, port, true);
    }

    /** Attempts it; if others have connections elsewhere from that port, only the kernel may choose it. */
    private boolean attempt(InetAddress server, int port, boolean chosen) {
        int socket = (int) kernel.call(Syscalls.SOCKET, family(), STREAM_NONBLOCK_CLOEXEC, 0, 0);
        if (socket < 0) {
            return false;
        }
        if (chosen) {
            set(socket, SOL_IP, IP_BIND_ADDRESS_NO_PORT, 1);
            set(socket, SOL_IP, IP_LOCAL_PORT_RANGE, clientPort << 16 | clientPort);
        } else {
            set(socket, Syscalls.SOL_SOCKET, Syscalls.SO_REUSEADDR, 1);
        }
        boolean attempted = call(Syscalls.BIND, socket, client, chosen ? 0 : clientPort)
                && call(Syscalls.CONNECT, socket, server, port);
        kernel.call(Syscalls.CLOSE, socket, 0, 0, 0);
        return attempted;
    }

    private int family() {
        return HoldAddresses.isIpv6(client) ? LinuxSockets.INET6 : LinuxSockets.INET;
    }

    private void set(int socket, int level, int option, int value) {
        memory.set(ValueLayout.JAVA_INT, 0, value);
        kernel.call(Syscalls.SETSOCKOPT, socket, level, option, memory.address(), Integer.BYTES);
    }

    private boolean call(int number, int socket, InetAddress address, int port) {
        SocketShape shape = new SocketShape(HoldAddresses.isIpv6(address), address.getHostAddress(), true);
        int length = Extent.write(shape, port, memory);
        return kernel.call(number, socket, memory.address(), length, 0) >= 0 || kernel.errno() == EINPROGRESS;
    }
}
