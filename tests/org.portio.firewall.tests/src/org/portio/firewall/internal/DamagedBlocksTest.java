// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.system.ActionLog;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Firewall;
import org.portio.firewall.internal.iptables.IptablesBackend;
import org.portio.firewall.internal.journal.Place;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.nft.NftBackend;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/**
 * Blocks of which somebody has removed or changed a part: they are not called active, and they are undone as a whole.
 */
class DamagedBlocksTest {

    private static final int PORT = 8000;
    private static final BlockRequest BOTH = Rules.tcp(PORT).withDirection(Direction.BOTH);
    private static final String NFT_RULE =
            "h=$(nft -a list chain inet portio inbound | sed -n 's/.* # handle //p' | tail -1);"
                    + "c=$(nft list chain inet portio inbound | grep -o '\"portio:[^\"]*\"');"
                    + "nft \"replace rule inet portio inbound handle $h RULE comment $c\"";
    private static final String IPTABLES_RULE =
            "iptables -S PORTIO-IN | sed -n 's/^-A PORTIO-IN/-R PORTIO-IN 1/; SCRIPT; /dport/p' | xargs iptables";

    @TempDir
    private Path folder;

    private Lab lab;
    private LabHost server;

    private Firewall firewallOf(FirewallBackend backend) {
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

    private void open(String program) throws IOException {
        Lab.assumePossible();
        Lab.assumeProgram(program, "nftables or iptables");
        lab = Lab.open();
        server = lab.server();
    }

    @AfterEach
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nft flush chain inet portio inbound",
                "nft flush chain inet portio outbound",
                "nft 'add table inet portio { flags dormant; }'",
                "accept",
                "tcp dport 8001 reject with tcp reset",
                "udp dport 8000 reject",
                "tcp dport != 8000 drop",
                "ip saddr 192.0.2.0/24 tcp dport 8000 reject with tcp reset",
                "tcp dport 8000 limit rate 1/minute drop",
                "tcp dport 8000 counter",
            })
    void withNftables(String edit) throws Exception {
        open("nft");
        staysWhole(new NftBackend(server), edit.startsWith("nft ") ? edit : NFT_RULE.replace("RULE", edit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip6tables -F PORTIO-IN",
                "iptables -F PORTIO-OUT",
                "iptables -D INPUT 1",
                "ip6tables -t nat -F PORTIO-NAT",
                "s/-j REJECT.*/-j ACCEPT/",
                "s/--dport 8000/--dport 8001/",
                "s/--dport 8000/! --dport 8000/",
                "s/-p tcp/-s 192.0.2.0\\/24 -p tcp/",
            })
    void withIptables(String edit) throws Exception {
        open("iptables");
        staysWhole(new IptablesBackend(server), edit.startsWith("ip") ? edit : IPTABLES_RULE.replace("SCRIPT", edit));
    }

    private void staysWhole(FirewallBackend backend, String edit) throws Exception {
        Firewall firewall = firewallOf(backend);
        String before = tagged();
        Block block = firewall.block(BOTH, false);
        String made = tagged();

        server.sh(edit);
        assertEquals(Block.State.MISSING, firewall.blocks().getFirst().state(), "seen");
        assertEquals(List.of(block), firewall.heal());
        assertEquals(Block.State.ACTIVE, firewall.blocks().getFirst().state());
        assertEquals(made.lines().sorted().toList(), tagged().lines().sorted().toList(), "put back, and nothing left");

        server.sh(edit);
        firewall.unblock(Set.of(block.id()), false);
        assertEquals(before, tagged(), "undone as a whole");
        assertTrue(firewall.blocks().isEmpty());
    }

    /** Creates the state after the journal was lost. */
    @ParameterizedTest
    @ValueSource(strings = {"nft flush chain inet portio inbound", "ip6tables -F PORTIO-IN", "iptables -F PORTIO-IN"})
    void whatIsLeftOfAnOrphanedOneIsListedAndRemoved(String edit) throws Exception {
        boolean nft = edit.startsWith("nft");
        open(nft ? "nft" : "iptables");
        FirewallBackend backend = nft ? new NftBackend(server) : new IptablesBackend(server);
        String before = tagged();
        backend.apply(Rules.add(BOTH));
        server.sh(edit);

        Firewall firewall = firewallOf(backend);
        Block orphan = firewall.blocks().getFirst();
        assertEquals(Block.State.ORPHANED, orphan.state());
        firewall.unblock(Set.of(orphan.id()), false);
        assertEquals(before, tagged());
        assertFalse(firewall.blocks().iterator().hasNext());
    }

    /** Returns all lines with PortIO's tags or names, without counters. */
    private String tagged() throws IOException {
        return server.sh("(nft list table inet portio 2>/dev/null; iptables-save; ip6tables-save)"
                + " | grep -i portio | sed 's/packets.*bytes [0-9]*//' || true");
    }
}
