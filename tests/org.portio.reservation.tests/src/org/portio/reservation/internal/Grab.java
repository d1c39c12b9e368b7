// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.internal.hold.HoldAddresses;
import org.portio.reservation.internal.hold.LinuxSockets;

/** A way to take a port, tried in this process; {@link Thief} tries them in another one. */
public record Grab(InetAddress address, boolean ipv6Only, boolean reuseAddress, boolean reusePort) {

    private static final int SO_REUSEPORT = 15;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;

    /** Returns all of them. */
    static List<Grab> all() {
        List<Grab> all = new ArrayList<>();
        for (String address : List.of("0.0.0.0", "127.0.0.1", "127.0.0.2", "::", "::only", "::1")) {
            InetAddress literal = InetAddress.ofLiteral(address.replace("only", ""));
            for (int options = 0; options < 4; options++) {
                all.add(new Grab(literal, address.endsWith("only"), (options & 1) != 0, (options & 2) != 0));
            }
        }
        return all;
    }

    /** Returns those that a process of another user has, too: {@code SO_REUSEPORT} counts among processes of one user alone. */
    public static List<Grab> ofOtherUsers() {
        return all().stream().filter(way -> !way.reusePort).toList();
    }

    /** Returns those by which a port can be bound. */
    public static List<Grab> ofBound(int port, Protocol protocol) {
        Attempts attempts = new Attempts();
        return all().stream()
                .filter(grab -> attempts.bind(grab, port, protocol))
                .toList();
    }

    @Override
    public String toString() {
        return Stream.of(
                        address.getHostAddress(),
                        ipv6Only ? "only" : "",
                        reuseAddress ? "SO_REUSEADDR" : "",
                        reusePort ? "SO_REUSEPORT" : "")
                .filter(word -> !word.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    /** Tries them. One thread uses an object. */
    static final class Attempts {

        private final LinuxSockets sockets = new LinuxSockets();
        private final Syscalls kernel = new Syscalls();
        private final MemorySegment on = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, 1);

        boolean bind(Grab grab, int port, Protocol protocol) {
            int socket = open(grab, protocol);
            boolean bound = sockets.bind(socket, grab.address, port) >= 0;
            sockets.close(socket);
            return bound;
        }

        boolean listen(Grab grab, int port) {
            int socket = open(grab, Protocol.TCP);
            boolean listens = sockets.bind(socket, grab.address, port) >= 0 && sockets.listen(socket, 1) >= 0;
            sockets.close(socket);
            return listens;
        }

        private int open(Grab grab, Protocol protocol) {
            int socket =
                    sockets.open(HoldAddresses.isIpv6(grab.address) ? LinuxSockets.INET6 : LinuxSockets.INET, protocol);
            if (grab.ipv6Only) {
                set(socket, IPPROTO_IPV6, IPV6_V6ONLY);
            }
            if (grab.reuseAddress) {
                set(socket, Syscalls.SOL_SOCKET, Syscalls.SO_REUSEADDR);
            }
            if (grab.reusePort) {
                set(socket, Syscalls.SOL_SOCKET, SO_REUSEPORT);
            }
            return socket;
        }

        private void set(int socket, int level, int option) {
            kernel.call(Syscalls.SETSOCKOPT, socket, level, option, on.address(), Integer.BYTES);
        }
    }
}
