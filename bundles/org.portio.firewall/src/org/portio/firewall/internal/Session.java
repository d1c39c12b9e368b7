// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.ActionLog;
import org.portio.core.system.Remedy;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.Scene.Shown;
import org.portio.firewall.internal.elevation.HelperBackend;
import org.portio.firewall.internal.journal.Journal;
import org.portio.firewall.internal.journal.JournalEntry;
import org.portio.firewall.internal.journal.JournalEntry.Phase;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.Rule;

/** One call's work on journal and firewall together, while it holds the lock. */
public final class Session {

    private static final String ROOT = "0";
    private static final String DONE = "done";
    private static final String UNBLOCK = "unblock";

    private final Scene scene;
    private final Journal journal;
    private final ActionLog log;
    private final Circumstances circumstances;

    Session(Scene scene, Journal journal, ActionLog log, Circumstances circumstances) {
        this.scene = scene;
        this.journal = journal;
        this.log = log;
        this.circumstances = circumstances;
    }

    Scene scene() {
        return scene;
    }

    List<JournalEntry> entries() {
        return journal.entries();
    }

    /** Returns whether {@link #settle} or {@link #putBack} have something to do. */
    boolean isUnsettled() {
        return !leftovers().isEmpty()
                || !missing().isEmpty()
                || entries().stream().anyMatch(entry -> isHere(entry) ? isUnsettled(entry) : isGone(entry));
    }

    private boolean isUnsettled(JournalEntry entry) {
        return entry.phase() != Phase.ACTIVE || end(entry, scene.find(entry)) != null;
    }

    /** Returns whether this call sees if it is in force. */
    private boolean isHere(JournalEntry entry) {
        return !circumstances.isElsewhere(entry) && scene.sees(entry.backend());
    }

    /** Returns whether the block has ended in another network, where the network's own rules have ended it. */
    private boolean isGone(JournalEntry entry) {
        return circumstances.isElsewhere(entry) && circumstances.isOver(entry);
    }

    /**
     * Ends what is over or another user removed by force, and what a crash left half done: an addition that the firewall
     * shows is done, one that it does not show never was; a removal is finished. What this call does not see is left alone.
     */
    void settle() throws FirewallException, IOException {
        List<JournalEntry> kept = new ArrayList<>();
        Map<JournalEntry, String> ended = new LinkedHashMap<>();
        for (JournalEntry entry : entries()) {
            if (!isHere(entry)) {
                if (!isGone(entry)) {
                    kept.add(entry);
                }
                continue;
            }
            Optional<AppliedRule> rule = scene.find(entry);
            String end = end(entry, rule);
            if (end != null) {
                ended.put(entry, end);
            } else if (entry.phase() == Phase.ACTIVE || rule.isPresent()) {
                kept.add(entry.in(Phase.ACTIVE));
            }
        }
        List<Shown> gone = new ArrayList<>(scene.find(ids(ended.keySet())));
        gone.addAll(leftovers());
        scene.remove(gone.stream().distinct().toList());
        journal.write(kept);
        ended.forEach((entry, end) -> note(end, entry.backend(), entry.request(), DONE));
    }

    /** Returns what has ended a block, as the log calls it; null if nothing has. */
    private String end(JournalEntry entry, Optional<AppliedRule> rule) {
        boolean forced =
                rule.isEmpty() && circumstances.tombstones().has(entry.tag().id());
        if (entry.phase() == Phase.REMOVING || forced) {
            return UNBLOCK;
        }
        return circumstances.isOver(entry) || rule.isPresent() && rule.get().expired() ? "expire" : null;
    }

    /** Returns what is left of blocks that the system has ended, and that no journal tells of any more. */
    private List<Shown> leftovers() {
        Set<UUID> written = Set.copyOf(ids(entries()));
        return scene.shown().stream()
                .filter(shown -> shown.rule().expired() && !written.contains(shown.id()))
                .filter(shown -> Set.of(shown.rule().tag().user(), ROOT).contains(circumstances.user()))
                .toList();
    }

    /** Returns those that are in force by the journal, and that somebody has removed, as a whole or in part, or overridden. */
    List<JournalEntry> missing() {
        return entries().stream()
                .filter(entry -> isHere(entry) && entry.phase() == Phase.ACTIVE)
                .filter(entry -> isNotInForce(entry) && end(entry, Optional.empty()) == null)
                .toList();
    }

    private boolean isNotInForce(JournalEntry entry) {
        return scene.find(entry)
                .map(rule -> rule.damaged() || rule.overridden())
                .orElse(true);
    }

    /** Blocks of this user that the request takes the place of: of the same packets, for the same programs. */
    List<JournalEntry> sameAs(BlockRequest request) {
        return entries().stream()
                .filter(this::isHere)
                // Most differ in this already, and to compare records for the first time takes Java a while.
                .filter(entry -> entry.request().toString().equals(request.toString()))
                .filter(entry -> entry.request().program().equals(request.program()))
                .filter(entry -> entry.request().controlGroup().equals(request.controlGroup()))
                .toList();
    }

    /** Returns that of these which is not of a test run that asks for it, and which the run leaves as it is; empty for none. */
    static Optional<JournalEntry> notOf(String run, List<JournalEntry> same) {
        return run.isEmpty()
                ? Optional.empty()
                : same.stream()
                        .filter(entry -> !entry.request().run().equals(run))
                        .findFirst();
    }

    /** Puts a block into force in the place of others, in one step if the backend can. */
    void replace(List<JournalEntry> earlier, JournalEntry entry, Rule rule, boolean force)
            throws FirewallException, IOException {
        List<JournalEntry> before = entries();
        List<JournalEntry> others = new ArrayList<>(before);
        others.removeAll(earlier);
        journal.write(plus(before, entry));
        try {
            scene.replace(rule, scene.find(ids(earlier)), force);
        } catch (FirewallException e) {
            // A missing rule needs no entry; one that exists after all keeps its own.
            scene.lookAgain();
            if (scene.find(entry).isEmpty()) {
                journal.write(before);
            }
            note("block", entry.backend(), entry.request(), e.getMessage());
            throw e;
        }
        journal.write(plus(others, entry.in(Phase.ACTIVE)));
        note("block", entry.backend(), entry.request(), DONE);
    }

    private static List<JournalEntry> plus(List<JournalEntry> entries, JournalEntry entry) {
        return Stream.concat(entries.stream(), Stream.of(entry)).toList();
    }

    /** Puts these in force again. */
    void putBack(List<JournalEntry> missing, Function<JournalEntry, Rule> ruleOf) throws FirewallException {
        for (String backend : Scene.names(missing.stream())) {
            List<JournalEntry> its = missing.stream()
                    .filter(entry -> entry.backend().equals(backend))
                    .toList();
            scene.putBack(backend, its.stream().map(ruleOf).toList());
            its.forEach(entry -> note("put-back", backend, entry.request(), DONE));
        }
    }

    /** Removes blocks, including others' and orphaned ones if they are asked for. */
    void remove(Collection<UUID> ids) throws FirewallException, IOException {
        Set<UUID> wanted = Set.copyOf(ids);
        List<JournalEntry> marked = entries().stream()
                .map(entry -> wanted.contains(entry.tag().id()) ? entry.in(Phase.REMOVING) : entry)
                .toList();
        journal.write(marked);
        List<Shown> removed = scene.find(wanted);
        try {
            removeForGood(removed);
        } catch (FirewallException e) {
            removed.forEach(shown -> note(UNBLOCK, shown, e.getMessage()));
            throw e;
        }
        journal.write(
                marked.stream().filter(entry -> entry.phase() != Phase.REMOVING).toList());
        removed.forEach(shown -> note(UNBLOCK, shown, DONE));
    }

    private void removeForGood(List<Shown> removed) throws FirewallException {
        for (FirewallBackend backend : Scene.backendsOf(removed)) {
            List<Shown> its =
                    removed.stream().filter(shown -> shown.backend() == backend).toList();
            if (backend instanceof HelperBackend) {
                // This process may not write what other users shall see; the helper does.
                scene.remove(its);
            } else {
                circumstances
                        .tombstones()
                        .around(Scene.rulesOf(backend, its), circumstances.user(), () -> scene.remove(its));
            }
        }
    }

    /** Refuses to remove blocks whose rules this call does not see: they may not be forgotten, either. */
    void checkReach(Collection<UUID> ids) throws FirewallException {
        Optional<JournalEntry> outOfReach = entries().stream()
                .filter(entry -> ids.contains(entry.tag().id()) && !isHere(entry))
                .findFirst();
        if (outOfReach.isPresent()) {
            JournalEntry entry = outOfReach.get();
            boolean elsewhere = circumstances.isElsewhere(entry);
            String why = elsewhere
                    ? "is in another network namespace, " + entry.place().network()
                    : "was made with " + entry.backend() + ", which cannot be used here";
            // Force does not help: an invisible rule cannot be removed.
            throw new FirewallException(new Failure(
                    Kind.REFUSED,
                    "the block of " + entry.request() + " " + why,
                    elsewhere ? Remedy.advice("run this command there") : Remedy.NONE));
        }
    }

    private static List<UUID> ids(Collection<JournalEntry> entries) {
        return entries.stream().map(entry -> entry.tag().id()).toList();
    }

    private void note(String action, Shown shown, String result) {
        var tag = shown.rule().tag();
        log.note(
                action,
                tag.protocol() + " " + tag.ports() + " " + tag.direction().label(),
                shown.backend().name(),
                result);
    }

    private void note(String action, String backend, BlockRequest request, String result) {
        log.note(action, request + (request.reason().isEmpty() ? "" : ": " + request.reason()), backend, result);
    }
}
