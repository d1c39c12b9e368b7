// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Keeping;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.KeptSockets;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortRun;
import org.portio.reservation.internal.kept.KeptPort;
import org.portio.reservation.internal.kept.KeptPortsFile;
import org.portio.testing.ScratchActions;
import org.portio.trace.Door;

/** Sockets of reservations as the monitor shows them, on the kernel. */
class KeptSocketsTest {

    private static final long SELF = ProcessHandle.current().pid();

    @TempDir
    private Path home;

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private ConnectionMonitor monitor;
    private HeldPorts engine;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Door.availability().isAvailable(), "skipped: calls cannot be answered here");
        monitor = ConnectionMonitor.over(
                List.of(new LinuxConnectionSource()), KeptSockets.merger(TestPorts.places(home)), ScratchActions.log());
        engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor());
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private List<Connection> rows(PortKey key) {
        try {
            return monitor.snapshot().connections().stream()
                    .filter(row -> row.local().port() == key.port() && row.remote() == null)
                    .toList();
        } catch (ConnectionException e) {
            throw new AssertionError(e);
        }
    }

    private PortKey reserve(PortKey key) throws Exception {
        engine.reserve(TestPorts.wish(key));
        return key;
    }

    private FutureTask<Integer> start(PortKey key, String address) {
        String script = "import socket, sys, time; s = socket.socket("
                + (address.contains(":") ? "socket.AF_INET6" : "socket.AF_INET") + "); s.bind(('" + address + "', "
                + key.port() + ")); s.listen(); s.accept(); s.close()";
        List<String> command = List.of("/usr/bin/python3", "-c", script);
        FutureTask<Integer> exit =
                new FutureTask<>(() -> PortRun.run(engine, key, command, HandOver.ANY, messages::add));
        Thread.ofPlatform().daemon().start(exit);
        return exit;
    }

    @ParameterizedTest
    @CsvSource({"TCP,", "UDP,", "TCP,127.0.0.1", "UDP,::1"})
    void aHeldPortIsOneRowWithTheAddressThatWasReserved(Protocol protocol, String address) throws Exception {
        PortKey key = reserve(new PortKey(TestPorts.free(), protocol, address == null ? "" : address));

        List<Connection> rows = rows(key);

        assertEquals(1, rows.size(), rows::toString);
        Connection row = rows.getFirst();
        assertEquals(Keeping.State.HELD, row.keeping().state());
        assertEquals((address == null ? "::" : address), row.local().addressText());
        assertEquals(protocol == Protocol.TCP ? TcpState.BOUND : null, row.state());
        assertEquals(List.of(SELF), row.owners().stream().map(ProcessInfo::pid).toList());
        assertEquals(address == null ? 3 : 1, row.sockets().size());
        assertSame(row, rows(key).getFirst(), "a row of which nothing changed is the same object");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "0.0.0.0", "::", "::1"})
    void aLentPortIsTheProgramsRowWithTheAddressThatItAskedFor(String address) throws Exception {
        PortKey key = reserve(TestPorts.freeTcp());
        FutureTask<Integer> exit = start(key, address);
        assertTrue(
                TestPorts.becomes(() -> isTheProgramsAlone(key), TestPorts.PATIENCE), () -> messages + "" + rows(key));

        Connection row = rows(key).getFirst();
        assertEquals(address, row.local().addressText());
        assertEquals(List.of(SELF), row.keepers().stream().map(ProcessInfo::pid).toList());
        assertEquals(Keeping.State.LENT, row.keeping().state());
        List<Connection> kernel = monitor.snapshot().unmerged().connections().stream()
                .filter(socket -> socket.local().port() == key.port())
                .toList();
        assertEquals(row.sockets().size(), kernel.size(), kernel::toString);
        assertEquals(2, row.sockets().getFirst().owners().size());

        new Socket(address.contains(":") ? "::1" : "127.0.0.1", key.port()).close();
        assertEquals(0, exit.get(), messages::toString);
        assertTrue(
                TestPorts.becomes(
                        () -> rows(key).size() == 1
                                && rows(key).getFirst().keeping().state() == Keeping.State.HELD,
                        TestPorts.PATIENCE),
                () -> rows(key).toString());
        assertEquals("::", rows(key).getFirst().local().addressText());
    }

    private boolean isTheProgramsAlone(PortKey key) {
        List<Connection> rows = rows(key);
        return rows.size() == 1
                && rows.getFirst().isListening()
                && rows.getFirst().owners().stream().noneMatch(owner -> owner.pid() == SELF)
                && rows.getFirst().keepers().stream().anyMatch(keeper -> keeper.pid() == SELF);
    }

    @Test
    void aPortThatIsReleasedIsNotShown() throws Exception {
        PortKey key = reserve(TestPorts.freeTcp());
        engine.release(key);

        assertEquals(List.of(), rows(key));
    }

    @Test
    void nothingSaysThatPortsAreKeptWhenTheirKeeperHasEnded() throws Exception {
        reserve(TestPorts.freeTcp());
        assertTrue(Files.exists(KeptSockets.file(TestPorts.places(home))));
        engine.close();

        assertFalse(Files.exists(KeptSockets.file(TestPorts.places(home))));
    }

    /** A file that grew with each change would in the end be longer than all lists. */
    @Test
    void whatIsWrittenDoesNotGrowWithTheNumberOfChanges() throws Exception {
        Path file = home.resolve("written");
        try (KeptPortsFile written = new KeptPortsFile(file)) {
            PortKey key = PortKey.of(8080, Protocol.TCP);
            for (int i = 0; i < 5000; i++) {
                written.put(new KeptPort(key, i % 2 == 0 ? Keeping.State.HELD : Keeping.State.LENT, i));
            }
            long size = Files.size(file);
            assertTrue(size < 40_000, () -> size + " bytes");
        }
    }
}
