// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ConnectionMonitor;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.linux.LinuxEventSource;
import org.portio.core.process.Processes;
import org.portio.testing.Lab;
import org.portio.testing.ScratchActions;

/** Records real connections in a network namespace, in which nobody else opens any, so that each one can be accounted for. */
class RecorderOnTheKernelTest {

    private static final int CONNECTIONS = 2000;
    private static final int REFUSED = 50;
    private static final int QUEUED = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final KeptLedger ledger = new KeptLedger();
    private InetAddress loopback;

    @BeforeAll
    static void needsRoot() {
        Lab.assumePossible();
    }

    /** The second time, all classes are there, and the watch begins some milliseconds after what was before it. */
    @RepeatedTest(2)
    void hasAnAccountOfEachConnectionThatTheKernelCounts() throws IOException {
        try (Lab lab = Lab.open()) {
            lab.server().call(() -> {
                loopback = InetAddress.getByName("127.0.0.1");
                try (ServerSocket server = new ServerSocket(0, 64, loopback)) {
                    record(server);
                }
                return null;
            });
        }
    }

    private void record(ServerSocket server) throws IOException {
        int port = server.getLocalPort();
        // Those that were there before: one that stays for a while, one in TIME-WAIT, and one that was reset but is
        // held.
        connect(server, false);
        try (Socket held = reset(server);
                Socket before = new Socket(loopback, port);
                Socket accepted = server.accept();
                Recorder recorder = recorder()) {
            recorder.start();
            for (int i = 0; i < CONNECTIONS; i++) {
                connect(server, i % 2 == 0);
            }
            refused();
            queued();
            held.close();
            before.close();
            accepted.close();

            long opened = 2 * (CONNECTIONS + QUEUED) + REFUSED;
            Coverage coverage = await(recorder, opened);
            assertEquals(opened, coverage.opened());
            assertEquals(opened, coverage.seen());
            assertEquals(0, coverage.missed());
            assertEquals(0, coverage.overruns());
        } catch (RecordException e) {
            throw new IOException(e);
        }
        assertAccounts(port);
    }

    /** Returns a client whose peer has reset the connection. */
    private Socket reset(ServerSocket server) throws IOException {
        Socket client = new Socket(loopback, server.getLocalPort());
        try (Socket peer = server.accept()) {
            peer.setSoLinger(true, 0);
        }
        return client;
    }

    private Recorder recorder() {
        return new Recorder(
                ConnectionMonitor.over(List.of(new LinuxConnectionSource()), ScratchActions.log()),
                List.of(new LinuxEventSource()),
                Processes.ofSystem(),
                folder,
                ledger);
    }

    /** Opens one and closes it at once, sometimes with a reset. */
    private void connect(ServerSocket server, boolean reset) throws IOException {
        try (Socket client = new Socket(loopback, server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write('x');
            accepted.getInputStream().read();
            accepted.setSoLinger(reset, 0);
        }
    }

    private void refused() throws IOException {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, loopback)) {
            free = closed.getLocalPort();
        }
        for (int i = 0; i < REFUSED; i++) {
            try (Socket _ = new Socket(loopback, free)) {
                throw new IOException("nobody listens, and yet it is connected");
            } catch (ConnectException _) {
                // As expected.
            }
        }
    }

    /** Connections that nobody accepts before their listener ends. */
    private void queued() throws IOException {
        List<Socket> clients = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, QUEUED, loopback)) {
            for (int i = 0; i < QUEUED; i++) {
                clients.add(new Socket(loopback, server.getLocalPort()));
            }
        }
        for (Socket client : clients) {
            client.close();
        }
    }

    private static Coverage await(Recorder recorder, long seen) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end
                && recorder.coverage().filter(now -> now.seen() >= seen).isEmpty()) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        return recorder.coverage().orElseThrow();
    }

    private void assertAccounts(int port) {
        List<Account> came = ledger.accounts().stream()
                .filter(account -> account.connection().local().port() == port)
                .filter(account -> account.role() == Role.INCOMING)
                .filter(account -> account.opened()
                        .latest()
                        .isAfter(ledger.coverages().getFirst().from()))
                .toList();
        // The one that was there before is among them: it has been seen since.
        assertEquals(CONNECTIONS + 1, came.size());
        assertTrue(came.stream().allMatch(account -> account.closed() != null));
        long self = ProcessHandle.current().pid();
        assertTrue(
                came.stream().allMatch(account -> account.connection().pidText().equals(Long.toString(self))));
        assertEquals(came.size(), came.stream().map(Account::id).distinct().count());
    }
}
