// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.internal.hold.LinuxSockets;
import org.portio.reservation.internal.hold.Listening;

/** A bound socket listens over what connections have left, and at no moment could others bind. */
class LeftoversTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "10"));
    private static final int CLIENTS = 3;

    private final LinuxSockets sockets = new LinuxSockets();
    private final Syscalls kernel = new Syscalls();

    @BeforeEach
    void assumeLinux() {
        assumeTrue(LinuxSockets.arePossible(), "skipped: how sockets share a port is Linux's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void listensAgainWithoutAMomentInWhichOthersCanBind(String client) throws Exception {
        InetAddress server = InetAddress.ofLiteral(client);
        int port = TestPorts.free();
        int socket = sockets.open(LinuxSockets.INET6, Protocol.TCP);
        try {
            assertEquals(0, sockets.bind(socket, InetAddress.ofLiteral("::"), port));
            try (HostileBinders binders = new HostileBinders(port)) {
                for (int round = 0; round < ROUNDS; round++) {
                    assertEquals(0, new Listening(socket).begin(CLIENTS), "round " + round);
                    serve(socket, new InetSocketAddress(server, port));
                    // In this order, so that nobody comes in meanwhile either.
                    sockets.reuseAddress(socket, false);
                    stopListening(socket);
                }
                assertEquals(Set.of(), binders.wins());
                assertTrue(binders.tries() > 0, "control: they tried");
            }
        } finally {
            sockets.close(socket);
        }
    }

    /** Serves some, the server's side ending first, so that it keeps what is left. */
    private void serve(int socket, InetSocketAddress server) throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            try (Socket client = new Socket(server.getAddress(), server.getPort())) {
                sockets.close((int) kernel.call(Syscalls.ACCEPT, socket, 0, 0, 0));
                assertEquals(-1, client.getInputStream().read());
            }
        }
    }

    private void stopListening(int socket) {
        kernel.call(Syscalls.SHUTDOWN, socket, 2, 0, 0);
    }
}
