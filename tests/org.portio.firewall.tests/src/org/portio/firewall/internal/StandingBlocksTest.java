// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Expiry;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Standing;
import org.portio.firewall.Verdict;

/** Tests what is listed, put back and undone over several backends, commands and networks. */
class StandingBlocksTest extends MemoryFirewall {

    @Test
    void leavesAloneAndDoesNotForgetWhatIsOutOfReach() throws Exception {
        Block block = firewall(other).block(WEB, false);
        firewall().heal();

        assertEquals(Block.State.UNVERIFIED, firewall().blocks().getFirst().state());
        FirewallException refused =
                assertThrows(FirewallException.class, () -> firewall().unblock(Set.of(block.id()), false));
        assertTrue(refused.getMessage().contains("other"));
        assertEquals(1, other.rules.size());
        firewall(other).unblock(Set.of(block.id()), false);
        assertTrue(other.rules.isEmpty());
        assertEquals(List.of(), entries());
    }

    @Test
    void movesABlockThatIsAskedForWithAnotherBackend() throws Exception {
        firewall(other).block(WEB, false);

        Block moved = firewall(backend, other).block(WEB.withVerdict(Verdict.DROP), false);

        assertEquals(List.of(moved), firewall(backend, other).blocks());
        assertEquals("memory", moved.backend());
        assertTrue(other.rules.isEmpty());
    }

    @Test
    void remembersTheTestRunThatABlockBelongsTo() throws Exception {
        firewall().block(WEB.withRun("one"), false);
        assertEquals("one", firewall().blocks().getFirst().request().run());
    }

    @Test
    void aTestRunLeavesABlockOfSomebodyElseAsItIs() throws Exception {
        Block mine = firewall().block(WEB, false);

        Block asked = firewall()
                .block(WEB.withExpiry(Expiry.after(Duration.ofMinutes(5))).withRun("one"), false);

        assertEquals(mine.id(), asked.id());
        assertEquals(List.of(mine), firewall().blocks());
    }

    @Test
    void whoBlocksWithoutARunTakesOverWhatIsARuns() throws Exception {
        firewall().block(WEB.withRun("one"), false);
        Block mine = firewall().block(WEB, false);
        assertEquals(List.of(mine), firewall().blocks());
        assertEquals("", mine.request().run());
    }

    @Test
    void unblocksWhateverBackendMadeIt() throws Exception {
        Block here = firewall().block(WEB, false);
        Block there = firewall(other).block(BlockRequest.of(PortRange.of(9090), Protocol.TCP), false);

        firewall(backend, other).unblock(Set.of(here.id(), there.id()), false);

        assertTrue(backend.rules.isEmpty() && other.rules.isEmpty());
        assertEquals(List.of(), entries());
    }

    @Test
    void listsWhatIsInForceAlthoughItsTimeIsOver() throws Exception {
        Block block = firewall().block(WEB.withExpiry(Expiry.after(Duration.ofMinutes(5))), false);
        now = now.plus(Duration.ofMinutes(6));

        assertEquals(List.of(block), firewall().blocks());
        assertEquals(List.of(), firewall().standing().blocks(), "it is ended, and then it is gone");
        assertTrue(backend.rules.isEmpty());
    }

    @Test
    void putsBackWhatIsMissingWithEveryCommand() throws Exception {
        Block block = firewall().block(WEB, false);
        backend.rules.clear();
        assertEquals(List.of(block.id()), ids(firewall().standing().putBack()));
        assertTrue(backend.rules.containsKey(block.id()));

        backend.rules.clear();
        Block another = firewall().block(BlockRequest.of(PortRange.of(9090), Protocol.TCP), false);
        assertTrue(backend.rules.containsKey(block.id()));

        backend.rules.clear();
        firewall().unblock(Set.of(another.id()), false);
        assertEquals(Set.of(block.id()), backend.rules.keySet());
    }

    @Test
    void listsWhatCannotBePutBackAndSaysWhy() throws Exception {
        firewall().block(WEB, false);
        backend.rules.clear();
        backend.failure = new FirewallException(Kind.FAILED, "no");

        Standing standing = firewall().standing();
        assertEquals(Block.State.MISSING, standing.blocks().getFirst().state());
        assertEquals("no", standing.failure().getMessage());
    }

    @Test
    void leavesTheBlocksOfAnotherNetworkAlone() throws Exception {
        network = "net:[1]";
        Block block = firewall().block(WEB, false);
        network = "net:[2]";
        backend.rules.clear();

        assertEquals(
                Block.State.UNVERIFIED,
                firewall().standing().blocks().getFirst().state());
        assertTrue(backend.rules.isEmpty(), "it is not made in this network");
        FirewallException refused =
                assertThrows(FirewallException.class, () -> firewall().unblock(Set.of(block.id()), false));
        assertTrue(refused.getMessage().contains("net:[1]"));
        firewall().unblock(Set.of(block.id()), true);
        assertEquals(List.of(), entries(), "force forgets it");
    }

    @Test
    void listsWhatIsWrittenDownForAUserWhoMayNotLook() throws Exception {
        Block block = firewall().block(WEB, false);
        backend.refusal = new FirewallException(Kind.PERMISSION, "you may not look");

        List<Block> blocks = firewall().blocks();

        assertEquals(List.of(block.id()), ids(blocks));
        assertEquals(Block.State.UNVERIFIED, blocks.getFirst().state());
    }

    @Test
    void tellsWhyItCannotLookIfNothingIsWrittenDownOrItIsNotForWantOfRights() throws Exception {
        backend.refusal = new FirewallException(Kind.PERMISSION, "you may not look");
        assertSame(
                backend.refusal,
                assertThrows(FirewallException.class, () -> firewall().blocks()));

        backend.refusal = null;
        firewall().block(WEB, false);
        backend.refusal = new FirewallException(Kind.FAILED, "it does not answer");
        assertThrows(FirewallException.class, () -> firewall().blocks());
    }

    private static List<UUID> ids(List<Block> blocks) {
        return blocks.stream().map(Block::id).toList();
    }
}
