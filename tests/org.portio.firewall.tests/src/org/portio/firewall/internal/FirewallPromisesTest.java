// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.ActionLog;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Firewall;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.journal.Place;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.nft.NftBackend;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/**
 * PortIO's promises about blocks, tried often, on the running kernel. The environment variable PORTIO_ROUNDS sets the
 * number of random sequences; the build tries some, {@code PORTIO_ROUNDS=1000} takes minutes.
 */
class FirewallPromisesTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "25"));
    private static final int CONNECTS = 10_000;
    private static final int CALLERS = 100;
    private static final int PORT = 8000;
    private static final int NEIGHBOUR = 8001;
    private static final String FOREIGN = """
        table inet mine {
          set ports { type inet_service; elements = { 7001, 7002 }; }
          chain input {
            type filter hook input priority 0; policy accept;
            tcp dport @ports counter drop comment "mine: not yours"
          }
        }
        table ip nat { chain pre { type nat hook prerouting priority -100; tcp dport 7003 redirect to :7004; } }
        """;

    @TempDir
    private Path folder;

    private Lab lab;
    private NftBackend backend;

    @BeforeAll
    static void needsNamespacesAndNft() {
        Lab.assumePossible();
        Lab.assumeProgram("nft", "nftables");
    }

    @BeforeEach
    void openLab() throws Exception {
        lab = Lab.open();
        backend = new NftBackend(lab.server());
        lab.server().run(List.of("nft", "-f", "-"), FOREIGN, Duration.ofSeconds(10));
    }

    @AfterEach
    void closeLab() {
        lab.close();
    }

    @Test
    void letsNoneOfManyConnectsThroughABlockAndAllToItsNeighbour() throws Exception {
        try (AutoCloseable _ = lab.listen(PORT, NEIGHBOUR)) {
            assertEquals(CONNECTS, connects(PORT), "control");
            firewall().block(BlockRequest.of(PortRange.of(PORT), Protocol.TCP), false);

            assertEquals(0, connects(PORT));
            assertEquals(CONNECTS, connects(NEIGHBOUR));
        }
    }

    /** Half of them on IPv4, half on IPv6. */
    private int connects(int port) throws IOException {
        LabHost server = lab.server();
        return lab.client().call(() -> {
            int connected = 0;
            for (int i = 0; i < CONNECTS; i++) {
                InetAddress address = InetAddress.ofLiteral(i % 2 == 0 ? server.address() : server.address6());
                try (Socket socket = new Socket()) {
                    socket.setSoLinger(true, 0);
                    socket.connect(new InetSocketAddress(address, port), 2000);
                    connected++;
                } catch (IOException _) {
                    // It was blocked.
                }
            }
            return connected;
        });
    }

    @Test
    void leavesTheRulesOfOthersAsTheyWereAfterRandomSequences() throws Exception {
        String before = lab.server().sh("nft -s list ruleset");
        Random random = new Random(20260301);
        for (int round = 0; round < ROUNDS; round++) {
            List<Block> blocks = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                blocks.add(firewall().block(request(random), true));
                if (random.nextInt(4) == 0) {
                    firewall().unblock(Set.of(blocks.removeFirst().id()), false);
                }
            }
            firewall().unblock(blocks.stream().map(Block::id).toList(), false);

            assertEquals(before, lab.server().sh("nft -s list ruleset"), "round " + round);
        }
    }

    private static BlockRequest request(Random random) {
        int first = 7000 + random.nextInt(10);
        PortRange ports = new PortRange(first, first + random.nextInt(3));
        return BlockRequest.of(ports, Protocol.values()[random.nextInt(2)])
                .withDirection(Direction.values()[random.nextInt(3)])
                .withVerdict(Verdict.values()[random.nextInt(2)])
                .withLoopback(random.nextBoolean())
                .withCutExisting(random.nextBoolean())
                .withExpiry(random.nextBoolean() ? Expiry.UNTIL_UNBLOCKED : Expiry.after(Duration.ofMinutes(5)));
    }

    @Test
    void doesWhatEachOfManyCallersAtOnceAsksFor() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<Block>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                BlockRequest request = BlockRequest.of(PortRange.of(9000 + i), Protocol.TCP);
                calls.add(callers.submit(() -> firewall().block(request, false)));
            }
            for (Future<Block> call : calls) {
                assertEquals(Block.State.ACTIVE, call.get().state());
            }
        }
        List<Block> blocks = firewall().blocks();
        assertEquals(CALLERS, blocks.size());
        assertTrue(blocks.stream().allMatch(block -> block.state() == Block.State.ACTIVE));
    }

    /** Creates a new one each time, as each call of the command line does. */
    private Firewall firewall() {
        return new JournaledFirewall(
                OneBackend.of(backend),
                OneBackend.of(backend),
                folder,
                new ActionLog(folder),
                new Circumstances(
                        "0",
                        new Place("boot", ""),
                        Set.of(),
                        InstantSource.system(),
                        new Tombstones(folder.resolve("unblocked"))));
    }
}
