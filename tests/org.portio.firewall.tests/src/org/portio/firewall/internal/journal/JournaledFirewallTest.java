// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.MemoryBackend;
import org.portio.firewall.internal.MemoryFirewall;
import org.portio.firewall.internal.selection.BuiltInBackends;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.RuleTag;

class JournaledFirewallTest extends MemoryFirewall {

    @Test
    void showsABlockUntilItIsUnblocked() throws Exception {
        Block block = firewall().block(WEB, false);

        assertEquals(List.of(block), firewall().blocks());
        assertEquals(Block.State.ACTIVE, block.state());
        assertEquals(List.of(block), firewall().unblock(Set.of(block.id()), false));
        assertEquals(List.of(), firewall().blocks());
        assertTrue(backend.rules.isEmpty());
    }

    @Test
    void blocksOnceWhatIsAskedForTwiceAndTakesTheNewerTime() throws Exception {
        firewall().block(WEB, false);
        firewall().block(WEB.withExpiry(Expiry.after(Duration.ofMinutes(5))), false);

        assertEquals(1, backend.rules.size());
        assertEquals(
                now.plus(Duration.ofMinutes(5)), firewall().blocks().getFirst().until());
    }

    @Test
    void leavesNothingBehindWhenTheFirewallRefuses() {
        backend.failure = new FirewallException(Kind.FAILED, "no");

        assertThrows(FirewallException.class, () -> firewall().block(WEB, false));
        backend.failure = null;
        assertEquals(List.of(), entries());
    }

    @Test
    void forgetsABlockThatACrashPreventedFromBeingMade() throws Exception {
        backend.crashBefore = true;
        assertThrows(MemoryBackend.Crash.class, () -> firewall().block(WEB, false));
        assertEquals(List.of(JournalEntry.Phase.ADDING), phases());
        backend.crashBefore = false;
        firewall().heal();

        assertEquals(List.of(), entries());
        assertTrue(backend.rules.isEmpty());
    }

    @Test
    void keepsABlockThatWasMadeWhenACrashCame() throws Exception {
        backend.crashAfter = true;
        assertThrows(MemoryBackend.Crash.class, () -> firewall().block(WEB, false));
        backend.crashAfter = false;
        firewall().heal();

        assertEquals(Block.State.ACTIVE, firewall().blocks().getFirst().state());
        assertEquals(List.of(JournalEntry.Phase.ACTIVE), phases());
    }

    @Test
    void finishesAnUnblockThatACrashCutOff() throws Exception {
        Block block = firewall().block(WEB, false);
        backend.crashBefore = true;
        assertThrows(MemoryBackend.Crash.class, () -> firewall().unblock(Set.of(block.id()), false));
        backend.crashBefore = false;
        firewall().heal();

        assertTrue(backend.rules.isEmpty());
        assertEquals(List.of(), entries());
        assertTrue(lastAction().contains("action=unblock what=\"TCP 8080 inbound\""));
    }

    @Test
    void putsBackWhatSomebodyRemoved() throws Exception {
        Block block = firewall().block(WEB, false);
        backend.rules.clear();

        assertEquals(Block.State.MISSING, firewall().blocks().getFirst().state());
        assertEquals(
                List.of(block.id()), firewall().heal().stream().map(Block::id).toList());
        assertTrue(backend.rules.containsKey(block.id()));
    }

    @Test
    void endsABlockWhoseTimeIsOver() throws Exception {
        firewall().block(WEB.withExpiry(Expiry.after(Duration.ofMinutes(5))), false);
        now = now.plus(Duration.ofMinutes(6));

        firewall().heal();
        assertEquals(List.of(), firewall().blocks());
        assertTrue(backend.rules.isEmpty());
        assertTrue(lastAction().contains("action=expire"));
    }

    @Test
    void endsABlockUntilRestartAfterOne() throws Exception {
        firewall().block(WEB.withExpiry(Expiry.UNTIL_RESTART), false);
        firewall().block(BlockRequest.of(PortRange.of(9090), Protocol.TCP), false);
        boot = "second";
        backend.rules.clear();
        firewall().heal();

        assertEquals(
                Set.of(PortRange.of(9090)),
                backend.rules.values().stream()
                        .map(rule -> rule.request().ports())
                        .collect(Collectors.toSet()));
    }

    @Test
    void refusesThePortOfItsOwnSshSessionUnlessForced() throws Exception {
        BlockRequest range = BlockRequest.of(new PortRange(20, 30), Protocol.TCP);

        FirewallException refused =
                assertThrows(FirewallException.class, () -> firewall().block(range, false));
        assertEquals(Kind.REFUSED, refused.kind());
        assertTrue(refused.getMessage().contains("22"));
        assertEquals(List.of(), entries());
        firewall().block(range.withDirection(Direction.OUTBOUND), false);
        firewall().block(range, true);
        assertEquals(2, backend.rules.size());
    }

    @Test
    void touchesBlocksOfOthersOnlyByForce() throws Exception {
        RuleTag foreign = new RuleTag(UUID.randomUUID(), "4242", Protocol.TCP, PortRange.of(8080), Direction.INBOUND);
        backend.addForeign(foreign);

        assertEquals(
                Kind.REFUSED,
                assertThrows(FirewallException.class, () -> firewall().block(WEB, false))
                        .kind());
        assertEquals(
                Kind.REFUSED,
                assertThrows(FirewallException.class, () -> firewall().unblock(Set.of(foreign.id()), false))
                        .kind());
        assertEquals(Block.State.ORPHANED, firewall().blocks().getFirst().state());
        firewall().unblock(Set.of(foreign.id()), true);
        assertTrue(backend.rules.isEmpty());
    }

    @Test
    void findsItsBlocksAgainWhenTheJournalIsDamaged() throws Exception {
        Block block = firewall().block(WEB, false);
        Files.writeString(journal(), "{\"schema\":1,\"blo");

        Block orphan = firewall().blocks().getFirst();
        assertEquals(block.id(), orphan.id());
        assertEquals(Block.State.ORPHANED, orphan.state());
        assertNull(orphan.since());
        assertEquals(
                1,
                Files.list(folder)
                        .filter(file -> file.toString().matches(".*\\.corrupt-\\d+"))
                        .count());
        firewall().unblock(Set.of(block.id()), false);
        assertTrue(backend.rules.isEmpty());
    }

    @Test
    void keepsWhatAnotherVersionWroteIntoTheJournal() throws Exception {
        firewall().block(WEB, false);
        String extended = Files.readString(journal())
                .replaceFirst("\"phase\"", "\"colour\": \"red\", \"phase\"")
                .replaceFirst("\"schema\"", "\"origin\": \"elsewhere\", \"schema\"");
        Files.writeString(journal(), extended);
        firewall().block(BlockRequest.of(PortRange.of(9090), Protocol.TCP), false);

        String text = Files.readString(journal());
        assertTrue(text.contains("\"colour\": \"red\"") && text.contains("\"origin\": \"elsewhere\""), text);
    }

    @Test
    void leavesTheJournalOfANewerVersionAlone() throws Exception {
        Files.writeString(journal(), "{\"schema\": 99, \"writtenBy\": \"PortIO 9\", \"blocks\": []}");

        FirewallException failure =
                assertThrows(FirewallException.class, () -> firewall().block(WEB, false));
        assertTrue(failure.getMessage().contains("newer"));
        assertEquals("{\"schema\": 99, \"writtenBy\": \"PortIO 9\", \"blocks\": []}", Files.readString(journal()));
    }

    @Test
    void writesALineForEachChange() throws Exception {
        Block block = firewall().block(WEB.withReason("a \"test\"\nrun"), false);
        firewall().unblock(Set.of(block.id()), false);

        List<String> lines = Files.readAllLines(folder.resolve("port_logs.txt"));
        assertEquals(2, lines.size());
        assertTrue(lines.get(0)
                .contains("action=block what=\"TCP 8080 inbound: a ?test??run\" by=memory result=\"done\""));
        assertTrue(lines.get(1).contains("action=unblock what=\"TCP 8080 inbound\""));
    }

    @Test
    void changesNothingToShowAPlan() throws Exception {
        assertFalse(firewall().plan(WEB).isEmpty());
        assertTrue(backend.rules.isEmpty());
        assertFalse(Files.exists(journal()));
    }

    @Test
    void takesTheBackendWithTheHighestRankingWhateverTheirOrder() {
        assertEquals(
                List.of(backend.name(), other.name()),
                BuiltInBackends.byRanking(
                                List.of(),
                                List.of(
                                        Map.entry(Map.of("service.ranking", 50), other),
                                        Map.entry(Map.of("service.ranking", 100), backend)))
                        .stream()
                        .map(FirewallBackend::name)
                        .toList());
    }

    @Test
    void refusesToCutTheWayBackOfItsOwnSshSession() throws Exception {
        BlockRequest out =
                BlockRequest.of(new PortRange(49152, 65535), Protocol.TCP).withDirection(Direction.OUTBOUND);

        assertEquals(
                Kind.REFUSED,
                assertThrows(FirewallException.class, () -> firewall().block(out.withCutExisting(true), false))
                        .kind());
        firewall().block(out, false);
        assertEquals(1, backend.rules.size(), "new connections to such ports are others than the session");
    }
}
