// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.oshi.OshiConnectionSource;

/** Sockets that stay, among others that come and go as fast as a thread can make them. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class ChurnTest {

    private static final int STABLE = 300;
    private static final int READS = 60;
    private static final InetAddress STABLE_ADDRESS = InetAddress.ofLiteral("127.0.0.91");
    private static final InetAddress CHURN_ADDRESS = InetAddress.ofLiteral("127.0.0.92");

    private final LinuxConnectionSource source = new LinuxConnectionSource();
    private final List<AutoCloseable> stable = new ArrayList<>();
    private final Set<Integer> stablePorts = new HashSet<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger churned = new AtomicInteger();
    private Thread churner;

    @BeforeEach
    void openSocketsAndKeepOthersComingAndGoing() throws Exception {
        for (int i = 0; i < STABLE; i++) {
            ServerSocket server = new ServerSocket(0, 1, STABLE_ADDRESS);
            stable.add(server);
            stablePorts.add(server.getLocalPort());
        }
        churner = Thread.ofPlatform().start(this::churn);
    }

    private void churn() {
        try (ServerSocket server = new ServerSocket(0, 10, CHURN_ADDRESS)) {
            while (!ended.get()) {
                try (Socket client = new Socket(CHURN_ADDRESS, server.getLocalPort());
                        Socket accepted = server.accept()) {
                    // Reset instead of TIME-WAIT, so that the ports do not run out.
                    client.setSoLinger(true, 0);
                    churned.addAndGet(accepted.isConnected() ? 1 : 0);
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void closeAll() throws Exception {
        ended.set(true);
        churner.join();
        for (AutoCloseable socket : stable) {
            socket.close();
        }
    }

    @Test
    void missesAndDoublesNoneOfThoseThatStay() throws Exception {
        for (int i = 0; i < READS; i++) {
            Map<Integer, Integer> seen = new HashMap<>();
            stableRows(source.read()).forEach(row -> seen.merge(row.local().port(), 1, Integer::sum));

            assertEquals(stablePorts, seen.keySet());
            assertTrue(seen.values().stream().allMatch(count -> count == 1), "doubled rows");
        }
        assertTrue(churned.get() > READS, "nothing came and went");
    }

    @Test
    void givesNoSocketToAnotherProcess() throws Exception {
        long own = ProcessHandle.current().pid();
        for (int i = 0; i < READS; i++) {
            for (Connection row : source.read().connections()) {
                boolean ours = row.local().address().toString().matches(".*/(::ffff:)?127\\.0\\.0\\.9[12]");
                if (ours && row.state() == TcpState.ESTABLISHED) {
                    // A socket that is gone between the list and the search for its owner has no owner; it never has
                    // a wrong one.
                    assertTrue(pids(row).isEmpty() || pids(row).equals(Set.of(own)), row::toString);
                }
            }
        }
        stableRows(source.read()).forEach(row -> assertEquals(Set.of(own), pids(row)));
    }

    @Test
    void seesTheSameAsOshi() throws Exception {
        Set<String> linux =
                stableRows(source.read()).stream().map(ChurnTest::text).collect(Collectors.toSet());
        Set<String> oshi = stableRows(new OshiConnectionSource().read()).stream()
                .map(ChurnTest::text)
                .collect(Collectors.toSet());

        // OSHI reads tables that may lose a row while others change: it sees nearly all sockets, and no wrong ones.
        assertTrue(linux.containsAll(oshi));
        assertTrue(oshi.size() > STABLE * 9 / 10, "OSHI saw " + oshi.size());
    }

    private List<Connection> stableRows(Snapshot snapshot) {
        return snapshot.connections().stream()
                .filter(row -> row.isListening() && isStable(row.local()))
                .toList();
    }

    /** Also by its address: somebody else's socket may have the same port on another address. */
    private boolean isStable(Endpoint local) {
        return stablePorts.contains(local.port())
                && Addresses.unmapped(local.address()).equals(STABLE_ADDRESS);
    }

    private static Set<Long> pids(Connection row) {
        return row.owners().stream().map(ProcessInfo::pid).collect(Collectors.toSet());
    }

    private static String text(Connection row) {
        return row.local() + " " + row.state() + " " + pids(row);
    }
}
