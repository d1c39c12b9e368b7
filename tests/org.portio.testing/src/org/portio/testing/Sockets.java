// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.net.Inet6Address;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.Obstacle;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.system.User;

/** Short ways to write down a socket. */
public final class Sockets {

    public static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    public static final User ROOT = new User("0", "root");

    private Sockets() {}

    /** Returns a process of root, started at {@link #TIME}. */
    public static ProcessInfo process(long pid, String name) {
        return new ProcessInfo(pid, TIME, name, "/usr/bin/" + name + " --serve", "/usr/bin/" + name, ROOT, 1);
    }

    /** Returns an address, with its interface if it has one, and a port. */
    public static Endpoint endpoint(String address, int port) {
        return Endpoint.of(address, port);
    }

    public static Connection listener(String address, int port, ProcessInfo... owners) {
        return socket(Protocol.TCP, endpoint(address, port), null, TcpState.LISTEN, owners);
    }

    public static Connection tcp(Endpoint local, Endpoint remote, TcpState state, ProcessInfo... owners) {
        return socket(Protocol.TCP, local, remote, state, owners);
    }

    /** Returns a UDP socket; without a peer if {@code remote} is null. */
    public static Connection udp(Endpoint local, Endpoint remote, ProcessInfo... owners) {
        return socket(Protocol.UDP, local, remote, null, owners);
    }

    public static Snapshot snapshot(Connection... connections) {
        return new Snapshot(TIME, "fake", List.of(connections), List.of(), Set.of(Obstacle.OTHER_USERS));
    }

    private static Ownership ownership(TcpState state, ProcessInfo... owners) {
        if (owners.length > 0) {
            return Ownership.KNOWN;
        }
        return state == TcpState.TIME_WAIT ? Ownership.NONE : Ownership.HIDDEN;
    }

    private static Connection socket(
            Protocol protocol, Endpoint local, Endpoint remote, TcpState state, ProcessInfo... owners) {
        return Connection.of(
                        protocol,
                        local.address() instanceof Inet6Address ? AddressFamily.IPV6 : AddressFamily.IPV4,
                        local)
                .remote(remote)
                .state(state)
                .owners(List.of(owners), ownership(state, owners))
                .user(owners.length == 0 ? null : owners[0].user())
                .queues(new Queues(0, 0))
                .build();
    }
}
