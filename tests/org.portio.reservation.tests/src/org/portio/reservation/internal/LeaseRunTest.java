// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.LeaseRun;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortLeases;
import org.portio.reservation.ProgramStartException;
import org.portio.trace.Door;

/** Programs that bind several leased ports, while others of the same user try to take them. */
class LeaseRunTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "3"));

    /** Binds both ports without SO_REUSEADDR, one of them late and twice, on other addresses: decision 029 says for whom that leaves a moment. */
    private static final String SCRIPT = """
        import os, socket, time
        def serve(address, port):
            s = socket.socket(socket.AF_INET6 if ':' in address else socket.AF_INET)
            s.bind((address, port))
            s.listen()
            return s
        first = serve('127.0.0.1', int(os.environ['FIRST']))
        time.sleep(0.05)
        second = serve('::', int(os.environ['SECOND']))
        second.close()
        second = serve('0.0.0.0', int(os.environ['SECOND']))
        socket.create_connection(('127.0.0.1', int(os.environ['FIRST'])))
        first.accept()
        """;

    @TempDir
    private Path home;

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private HeldPorts engine;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Door.availability().isAvailable(), "skipped: calls cannot be answered here");
        engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor());
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private List<PortKey> lease() throws Exception {
        return PortLeases.take(engine, 2, Protocol.TCP, 21_000, 22_000, "run");
    }

    @Test
    void noneOfSeveralPortsIsLostToHostileBinders() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<PortKey> ports = lease();
            try (HostileBinders first = new HostileBinders(ports.getFirst().port());
                    HostileBinders second = new HostileBinders(ports.getLast().port(), Grab.ofOtherUsers())) {
                int exit = LeaseRun.run(
                        engine,
                        ports,
                        List.of("/usr/bin/python3", "-c", SCRIPT),
                        Map.of(
                                "FIRST", String.valueOf(ports.getFirst().port()),
                                "SECOND", String.valueOf(ports.getLast().port())),
                        messages::add);

                assertEquals(0, exit, "round " + round + messages);
                assertEquals(Set.of(), first.wins(), "round " + round);
                assertEquals(Set.of(), second.wins(), "round " + round);
                assertTrue(first.tries() + second.tries() > 0, "control: they tried");
            }
            engine.release(ports.getFirst());
            engine.release(ports.getLast());
        }
        assertEquals(List.of(), messages);
    }

    @Test
    void saysWhichProgramDoesNotExist() throws Exception {
        List<PortKey> ports = lease();
        ProgramStartException e = assertThrows(
                ProgramStartException.class,
                () -> LeaseRun.run(engine, ports, List.of("no-such-program"), Map.of(), messages::add));
        assertEquals(ProgramStartException.Kind.NOT_FOUND, e.kind());
    }
}
