// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Expiry;
import org.portio.firewall.internal.Scene.Shown;
import org.portio.firewall.internal.journal.JournalEntry;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.RuleTag;
import org.portio.firewall.spi.Terms;

/** Brings the journal and what the firewall shows together. */
record BlockList(Circumstances circumstances) {

    /** Decides by what the firewall shows, not by the clock: a block whose time is over may still be in force. */
    public List<Block> of(List<JournalEntry> entries, Scene scene) {
        List<Block> blocks = new ArrayList<>();
        entries.forEach(entry -> block(entry, scene).ifPresent(blocks::add));
        Set<UUID> written = entries.stream().map(entry -> entry.tag().id()).collect(Collectors.toSet());
        scene.shown().stream()
                .filter(shown -> !written.contains(shown.id()) && !shown.rule().expired())
                .map(this::orphan)
                .forEach(blocks::add);
        return blocks;
    }

    private Optional<Block> block(JournalEntry entry, Scene scene) {
        boolean over = circumstances.isOver(entry);
        if (circumstances.isElsewhere(entry)) {
            return over ? Optional.empty() : Optional.of(block(entry, Block.State.UNVERIFIED, -1));
        }
        if (!scene.sees(entry.backend())) {
            return Optional.of(block(entry, Block.State.UNVERIFIED, -1));
        }
        Optional<AppliedRule> rule = scene.find(entry);
        if (rule.isPresent() && !rule.get().damaged()) {
            return rule.filter(found -> !found.expired()).map(found -> there(entry, found));
        }
        return over || circumstances.tombstones().has(entry.tag().id())
                ? Optional.empty()
                : Optional.of(block(entry, Block.State.MISSING, -1));
    }

    private static Block there(JournalEntry entry, AppliedRule found) {
        Block.State state = found.overridden() ? Block.State.OVERRIDDEN : Block.State.ACTIVE;
        return block(entry, state, found.hits()).overriddenBy(found.overriddenBy());
    }

    /** Returns what is written down and has not ended by the clock, for a user who may not look into the firewall. */
    List<Block> unverified(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> !circumstances.isOver(entry))
                .map(entry -> block(entry, Block.State.UNVERIFIED, -1))
                .toList();
    }

    Block active(JournalEntry entry) {
        return block(entry, Block.State.ACTIVE, 0);
    }

    private static Block block(JournalEntry entry, Block.State state, long hits) {
        RuleTag tag = entry.tag();
        return new Block(
                tag.id(), entry.request(), tag.user(), entry.since(), entry.until(), entry.backend(), state, hits);
    }

    private Block orphan(Shown shown) {
        RuleTag tag = shown.rule().tag();
        Terms terms = shown.rule().terms();
        Duration left = terms.remaining();
        Instant until = left == null ? null : circumstances.clock().instant().plus(left);
        BlockRequest request = new BlockRequest(
                new Traffic(tag.ports(), tag.protocol(), tag.direction(), terms.loopback()),
                new Treatment(terms.verdict(), terms.cutExisting()),
                Subject.ALL,
                left == null || left.toSeconds() < 1 ? null : Expiry.after(left),
                "");
        String backend = shown.backend().name();
        return new Block(
                tag.id(),
                request,
                tag.user(),
                null,
                until,
                backend,
                Block.State.ORPHANED,
                shown.rule().hits(),
                shown.rule().overriddenBy());
    }
}
