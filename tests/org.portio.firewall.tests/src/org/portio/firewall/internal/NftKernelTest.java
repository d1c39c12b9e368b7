// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
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
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.journal.Place;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.nft.NftBackend;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;
import org.portio.testing.LabHost.Outcome;

/** nftables of the running kernel, with packets between machines that the test makes. */
class NftKernelTest {

    private static final int PORT = 8000;
    private static final int NEIGHBOUR = 8001;
    private static final BlockRequest TCP = BlockRequest.of(PortRange.of(PORT), Protocol.TCP);
    private static final String FOREIGN = """
        table inet mine {
          chain input { type filter hook input priority 0; policy accept; tcp dport 9999 counter drop; }
        }
        """;

    @TempDir
    private Path folder;

    private Lab lab;
    private LabHost server;
    private LabHost client;
    private AutoCloseable listeners;
    private Firewall firewall;

    @BeforeAll
    static void needsNamespacesAndNft() {
        Lab.assumePossible();
        Lab.assumeProgram("nft", "nftables");
    }

    @BeforeEach
    void openLab() throws Exception {
        lab = Lab.open();
        server = lab.server();
        client = lab.client();
        listeners = lab.listen(PORT, NEIGHBOUR);
        server.run(List.of("nft", "-f", "-"), FOREIGN, Duration.ofSeconds(10));
        NftBackend backend = new NftBackend(server);
        firewall = new JournaledFirewall(
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

    @AfterEach
    void closeLab() throws Exception {
        listeners.close();
        lab.close();
    }

    @Test
    void refusesTcpOnBothFamiliesUntilItIsUnblockedAndLeavesTheNeighbourOpen() throws Exception {
        String before = ruleset();
        assertTrue(client.connects(server.address(), PORT) && client.connects(server.address6(), PORT), "control");
        Block block = firewall.block(TCP, false);

        assertEquals(Outcome.REFUSED, client.connect(server.address(), PORT));
        assertEquals(Outcome.REFUSED, client.connect(server.address6(), PORT));
        assertTrue(client.connects(server.address(), NEIGHBOUR) && client.connects(server.address6(), NEIGHBOUR));
        assertTrue(server.connects("127.0.0.1", PORT), "loopback is left open");
        assertEquals(2, firewall.blocks().getFirst().hits());

        firewall.unblock(Set.of(block.id()), false);
        assertTrue(client.connects(server.address(), PORT) && client.connects(server.address6(), PORT));
        assertEquals(before, ruleset());
    }

    @Test
    void leavesTheOtherBlocksInForceUntilTheLastIsTakenAway() throws Exception {
        String before = ruleset();
        Block block = firewall.block(TCP.withExpiry(Expiry.after(Duration.ofMinutes(30))), false);
        Block another = firewall.block(BlockRequest.of(PortRange.of(NEIGHBOUR), Protocol.TCP), false);

        firewall.unblock(Set.of(block.id()), false);
        assertTrue(client.connects(server.address(), PORT));
        assertEquals(Outcome.REFUSED, client.connect(server.address(), NEIGHBOUR));

        firewall.unblock(Set.of(another.id()), false);
        assertEquals(before, ruleset());
    }

    /** Between the listing and the transaction no lock of PortIO's keeps another user out. */
    @Test
    void leavesABlockThatAnotherUserAddsWhileTheLastOneIsTakenAway() throws Exception {
        firewall.block(TCP, false);
        NftBackend slow = new NftBackend((command, input, limit) -> {
            if (input.contains("\"delete\":{\"table\"")) {
                assertDoesNotThrow(() -> new NftBackend(server).apply(Rules.add(Rules.tcp(NEIGHBOUR))));
            }
            return server.run(command, input, limit);
        });

        slow.apply(Rules.remove(slow.list().getFirst()));

        assertTrue(client.connects(server.address(), PORT));
        assertEquals(Outcome.REFUSED, client.connect(server.address(), NEIGHBOUR));
    }

    @Test
    void dropsWithoutAnAnswer() throws Exception {
        firewall.block(TCP.withVerdict(Verdict.DROP), false);

        assertEquals(Outcome.TIMED_OUT, client.connect(server.address(), PORT));
    }

    @Test
    void blocksUdpAlone() throws Exception {
        assertEquals(Outcome.CONNECTED, client.datagram(server.address(), PORT), "control");
        firewall.block(BlockRequest.of(PortRange.of(PORT), Protocol.UDP), false);

        assertEquals(Outcome.REFUSED, client.datagram(server.address(), PORT));
        assertEquals(Outcome.REFUSED, client.datagram(server.address6(), PORT));
        assertTrue(client.connects(server.address(), PORT));
    }

    @Test
    void blocksARange() throws Exception {
        firewall.block(BlockRequest.of(new PortRange(7999, PORT), Protocol.TCP), false);

        assertEquals(Outcome.REFUSED, client.connect(server.address(), PORT));
        assertTrue(client.connects(server.address(), NEIGHBOUR));
    }

    @Test
    void sparesConnectionsThatAreThere() throws Exception {
        try (Socket connection = client.open(server.address(), PORT)) {
            assertTrue(LabHost.echoes(connection), "control");
            firewall.block(TCP, false);

            assertTrue(LabHost.echoes(connection));
            assertEquals(Outcome.REFUSED, client.connect(server.address(), PORT));
        }
    }

    @Test
    void cutsConnectionsWhereThatIsAskedFor() throws Exception {
        Lab.assumeProgram("ss", "iproute2");
        try (Socket connection = client.open(server.address(), PORT);
                Socket neighbour = client.open(server.address(), NEIGHBOUR)) {
            firewall.block(TCP.withCutExisting(true), false);

            assertFalse(LabHost.echoes(connection));
            assertTrue(LabHost.echoes(neighbour));
            assertEquals("", server.sh("ss -Htn state established '( sport = :" + PORT + " )'"));
        }
    }

    @Test
    void blocksWithinTheMachineWhereThatIsAskedFor() throws Exception {
        firewall.block(TCP.withLoopback(true), false);

        assertEquals(Outcome.REFUSED, server.connect("127.0.0.1", PORT));
        assertEquals(Outcome.REFUSED, server.connect("::1", PORT));
    }

    @Test
    void blocksTheWayOut() throws Exception {
        try (AutoCloseable _ = client.listen(PORT, NEIGHBOUR)) {
            assertTrue(server.connects(client.address(), PORT), "control");
            firewall.block(TCP.withDirection(Direction.OUTBOUND), false);

            assertEquals(Outcome.REFUSED, server.connect(client.address(), PORT));
            assertEquals(Outcome.REFUSED, server.connect(client.address6(), PORT));
            assertTrue(server.connects(client.address(), NEIGHBOUR));
            assertTrue(client.connects(server.address(), PORT), "the way in is open");
        }
    }

    @Test
    void opensAgainByItselfWhenTheTimeIsOver() throws Exception {
        // No part of PortIO runs while the time passes: the kernel ends the block.
        firewall.block(TCP.withExpiry(Expiry.after(Duration.ofSeconds(6))), false);
        assertEquals(Outcome.REFUSED, client.connect(server.address(), PORT));
        Instant last = Instant.now().plusSeconds(60);
        while (!client.connects(server.address(), PORT)) {
            assertTrue(Instant.now().isBefore(last), "still closed");
            Thread.sleep(200);
        }

        assertEquals(List.of(), firewall.blocks());
        firewall.heal();
        assertFalse(ruleset().contains("portio"), "nothing is left of it");
    }

    @Test
    void blocksAPortThatIsPublishedFromAContainer() throws Exception {
        LabHost container = lab.container();
        server.sh("nft 'add table ip nat; add chain ip nat pre { type nat hook prerouting priority -100; };"
                + " add rule ip nat pre tcp dport 9000 dnat to " + container.address() + ":80'");
        client.sh("ip route add 10.78.0.0/24 via " + server.address());
        try (AutoCloseable _ = container.listen(80)) {
            assertTrue(client.connects(server.address(), 9000), "control");
            firewall.block(BlockRequest.of(PortRange.of(9000), Protocol.TCP), false);

            assertEquals(Outcome.REFUSED, client.connect(server.address(), 9000));
            assertTrue(client.connects(container.address(), 80), "what is only routed through is left alone");
            firewall.block(BlockRequest.of(PortRange.of(80), Protocol.TCP), false);
            assertTrue(client.connects(container.address(), 80), "what is only routed through is left alone");
        }
    }

    @Test
    void isPutBackWhenSomebodyFlushesTheRuleset() throws Exception {
        firewall.block(TCP, false);
        try (AutoCloseable _ = firewall.watch(new Silent())) {
            server.sh("nft flush ruleset");
            Instant last = Instant.now().plusSeconds(60);
            while (client.connect(server.address(), PORT) != Outcome.REFUSED) {
                assertTrue(Instant.now().isBefore(last), "still open");
                Thread.sleep(100);
            }
        }
    }

    private String ruleset() throws Exception {
        return server.sh("nft -s list ruleset");
    }

    private static final class Silent implements FirewallListener {
        @Override
        public void changed(List<Block> blocks) {
            // Nobody looks.
        }

        @Override
        public void healed(List<Block> blocks) {
            // Nobody looks.
        }

        @Override
        public void failed(FirewallException failure) {
            throw new AssertionError(failure);
        }
    }
}
