// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.ActionLog;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.iptables.IptablesBackend;
import org.portio.firewall.internal.journal.Place;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.nft.NftBackend;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** Blocks that somebody's rule precedes and accepts packets of: they exist, but are not in force. */
class OverriddenBlocksTest {

    private static final int PORT = 8000;
    private static final String NFT = "nft insert rule inet portio inbound ";

    @TempDir
    private Path folder;

    private Lab lab;
    private LabHost server;
    private JournaledFirewall firewall;

    private void open(String program) throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram(program, "nftables or iptables");
        lab = Lab.open();
        server = lab.server();
        FirewallBackend backend = "nft".equals(program) ? new NftBackend(server) : new IptablesBackend(server);
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
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void anAcceptInNftablesIsSeenAndPassedAgain() throws Exception {
        open("nft");
        Block block = firewall.block(Rules.tcp(PORT), false);
        try (AutoCloseable _ = lab.listen(PORT)) {
            isHealed(block, NFT + "tcp dport { 22, 7000-9000 } accept", true);
            isHealed(block, NFT + "ip saddr " + lab.client().address() + " return", true);
            isHealed(block, NFT + "meta mark 7 accept", false);
            // Somebody's chain, asked before the block.
            isHealed(
                    block,
                    "nft add chain inet portio mine; nft add rule inet portio mine accept; " + NFT + "jump mine",
                    true);
        }
    }

    @Test
    void whatAcceptsOtherPacketsDoesNotOverride() throws Exception {
        open("nft");
        firewall.block(Rules.tcp(PORT), false);
        for (String other : List.of(
                "tcp dport 8001 accept",
                "udp dport 8000 accept",
                "iifname lo accept",
                "ct state established,related accept",
                "tcp dport 8000 counter",
                "drop")) {
            server.sh(NFT + other);
        }

        assertEquals(Block.State.ACTIVE, only().state(), only().overriddenBy());
        assertTrue(firewall.heal().isEmpty());
    }

    @Test
    void anAcceptWithinARangeOrForConnectionsThatAreCutOverrides() throws Exception {
        open("nft");
        firewall.block(BlockRequest.of(new PortRange(8000, 8010), Protocol.TCP), false);
        server.sh(NFT + "tcp dport 8005 accept");
        assertEquals(Block.State.OVERRIDDEN, only().state());
        assertEquals(1, firewall.heal().size());
        firewall.unblock(Set.of(only().id()), false);

        firewall.block(Rules.tcp(PORT).withCutExisting(true), false);
        server.sh(NFT + "ct state established accept");
        assertEquals(Block.State.OVERRIDDEN, only().state());
    }

    @Test
    void anAcceptBeforeTheJumpOfIptablesIsSeenAndPassedAgain() throws Exception {
        open("iptables");
        Block block = firewall.block(Rules.tcp(PORT), false);
        try (AutoCloseable _ = lab.listen(PORT)) {
            isHealed(block, "iptables -I INPUT 1 -j ACCEPT", true);
            isHealed(block, "iptables -I PORTIO-IN 1 -p tcp -m multiport --dports 22,8000 -j RETURN", true);
            isHealed(block, "ip6tables -I INPUT 1 -p tcp --dport 8000 -j ACCEPT", false);
            isHealed(block, "iptables -N MINE; iptables -A MINE -j ACCEPT; iptables -I INPUT 1 -g MINE", true);
            // Redirected to another port before the block sees it.
            isHealed(block, "iptables -t nat -I PREROUTING 1 -p tcp --dport 8000 -j REDIRECT --to-port 8001", false);
        }
        server.sh("iptables -N F2B; iptables -A F2B -j RETURN; iptables -I INPUT 1 -p tcp --dport 8000 -j F2B;"
                + "iptables -I INPUT 1 -m state --state RELATED,ESTABLISHED -j ACCEPT");
        assertEquals(Block.State.ACTIVE, only().state(), only().overriddenBy());
    }

    /** The rule drops in an earlier table, which INPUT does not overrule. */
    @Test
    void anAcceptInInputDoesNotOverrideADropOfIptables() throws Exception {
        open("iptables");
        firewall.block(Rules.tcp(PORT).withVerdict(Verdict.DROP), false);
        server.sh("iptables -I INPUT 1 -j ACCEPT");
        assertEquals(Block.State.ACTIVE, only().state(), only().overriddenBy());
        server.sh("iptables -t mangle -I PREROUTING 1 -j ACCEPT");
        assertEquals(Block.State.OVERRIDDEN, only().state());
    }

    /** @param open whether clients of the lab get through */
    private void isHealed(Block block, String edit, boolean open) throws Exception {
        assertFalse(lab.connects(server.address(), PORT), "control");
        server.sh(edit);
        assertEquals(open, lab.connects(server.address(), PORT), edit);

        assertEquals(Block.State.OVERRIDDEN, only().state(), edit);
        assertTrue(only().overriddenBy().startsWith("chain i"), only().overriddenBy());
        assertEquals(
                List.of(block.id()), firewall.heal().stream().map(Block::id).toList(), edit);
        assertEquals(Block.State.ACTIVE, only().state(), edit);
        assertFalse(lab.connects(server.address(), PORT), edit);
    }

    private Block only() throws FirewallException {
        List<Block> blocks = firewall.blocks();
        assertEquals(1, blocks.size());
        return blocks.getFirst();
    }
}
