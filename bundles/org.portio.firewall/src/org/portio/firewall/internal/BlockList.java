// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.RuleTag;

/** Brings the journal and what the firewall shows together. */
record BlockList(String backend, Circumstances circumstances) {

    List<Block> of(List<JournalEntry> entries, List<AppliedRule> rules) {
        Map<UUID, AppliedRule> shown = new HashMap<>();
        rules.forEach(rule -> shown.put(rule.tag().id(), rule));
        List<Block> blocks = new ArrayList<>();
        for (JournalEntry entry : entries) {
            AppliedRule rule = shown.remove(entry.tag().id());
            boolean over = entry.isOver(circumstances.clock().instant(), circumstances.boot())
                    || (rule == null
                            ? circumstances.tombstones().has(entry.tag().id())
                            : rule.expired());
            if (!over) {
                blocks.add(block(entry, rule));
            }
        }
        rules.stream()
                .filter(rule -> shown.containsKey(rule.tag().id()) && !rule.expired())
                .map(this::orphan)
                .forEach(blocks::add);
        return blocks;
    }

    /** What is written down, for a user who may not look into the firewall. */
    List<Block> unverified(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> !entry.isOver(circumstances.clock().instant(), circumstances.boot()))
                .map(entry -> block(entry, Block.State.UNVERIFIED, -1))
                .toList();
    }

    Block active(JournalEntry entry) {
        return block(entry, Block.State.ACTIVE, 0);
    }

    private Block block(JournalEntry entry, AppliedRule rule) {
        if (!entry.backend().equals(backend)) {
            // Only that backend could tell.
            return block(entry, Block.State.UNVERIFIED, -1);
        }
        return rule == null ? block(entry, Block.State.MISSING, -1) : block(entry, Block.State.ACTIVE, rule.hits());
    }

    private static Block block(JournalEntry entry, Block.State state, long hits) {
        RuleTag tag = entry.tag();
        return new Block(
                tag.id(), entry.request(), tag.user(), entry.since(), entry.until(), entry.backend(), state, hits);
    }

    private Block orphan(AppliedRule rule) {
        RuleTag tag = rule.tag();
        BlockRequest request = BlockRequest.of(tag.ports(), tag.protocol()).withDirection(tag.direction());
        return new Block(tag.id(), request, tag.user(), null, null, backend, Block.State.ORPHANED, rule.hits());
    }
}
