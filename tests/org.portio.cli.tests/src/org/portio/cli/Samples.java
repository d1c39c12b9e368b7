// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.tcp;
import static org.portio.testing.Sockets.udp;

import java.util.List;
import org.portio.core.Connection;
import org.portio.core.ControlGroup;
import org.portio.core.Ownership;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.system.User;
import org.portio.testing.FakeSource;

/** A small machine: a web server with a client, a name server of another user, and what they left behind. */
public final class Samples {

    public static final Connection WEB = listener("127.0.0.1", 8080, process(42, "java"), process(43, "java"));
    public static final Connection SSH = listener("::", 22);
    public static final Connection GUEST = Connection.of(Protocol.TCP, AddressFamily.IPV4, endpoint("127.0.0.1", 8080))
            .remote(endpoint("127.0.0.1", 50000))
            .state(TcpState.ESTABLISHED)
            .owners(List.of(process(42, "java")), Ownership.KNOWN)
            .user(new User("1000", "ann"))
            .inode(24601)
            .group(ControlGroup.of("/user.slice"))
            .platformKey(7)
            .build();
    public static final Connection CONTAINED = in("net:[4026532177]", 80);
    public static final Connection BLUE = in("blue", 8081);
    static final Connection LEFTOVER =
            tcp(endpoint("127.0.0.1", 9090), endpoint("127.0.0.1", 50001), TcpState.TIME_WAIT);
    public static final Connection DNS = udp(endpoint("0.0.0.0", 53), null, process(7, "Unbound"));
    static final Connection DIG = udp(endpoint("::1", 50002), endpoint("::1", 53), process(100, "dig"));

    private Samples() {}

    /** Returns a UDP socket without a process. */
    public static Connection ofKernel(int port) {
        return Connection.of(Protocol.UDP, AddressFamily.IPV4, endpoint("0.0.0.0", port))
                .owners(List.of(), Ownership.KERNEL)
                .inode(4711)
                .platformKey(9)
                .build();
    }

    public static FakeSource machine() {
        return new FakeSource(DIG, DNS, LEFTOVER, GUEST, WEB, SSH);
    }

    private static Connection in(String namespace, int port) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, endpoint("0.0.0.0", port))
                .state(TcpState.LISTEN)
                .owners(List.of(process(50 + port, "nginx")), Ownership.KNOWN)
                .namespace(namespace)
                .build();
    }
}
