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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.ActionLog;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Change;
import org.portio.firewall.Expiry;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Rule;
import org.portio.firewall.internal.JournalEntry.Phase;

/** One call's work on journal and firewall together, while it holds the lock. */
final class Session {

    private final FirewallBackend backend;
    private final Journal journal;
    private final ActionLog log;
    private final Circumstances circumstances;
    private List<AppliedRule> rules;

    Session(FirewallBackend backend, Journal journal, ActionLog log, Circumstances circumstances)
            throws FirewallException {
        this.backend = backend;
        this.journal = journal;
        this.log = log;
        this.circumstances = circumstances;
        rules = backend.list();
    }

    FirewallBackend backend() {
        return backend;
    }

    List<AppliedRule> rules() {
        return rules;
    }

    List<JournalEntry> entries() {
        return journal.entries();
    }

    /**
     * Ends what is over or another user removed by force, and what a crash left half done: an addition that the firewall
     * shows is done, one that it does not show never was; a removal is finished. What another backend has, only that one
     * can tell.
     */
    void settle() throws FirewallException, IOException {
        List<JournalEntry> kept = new ArrayList<>();
        Map<JournalEntry, String> ended = new LinkedHashMap<>();
        for (JournalEntry entry : journal.entries()) {
            Optional<AppliedRule> rule = find(entry.tag().id());
            String end = isOfThisBackend(entry) ? end(entry, rule) : null;
            if (end != null) {
                ended.put(entry, end);
            } else if (!isOfThisBackend(entry)) {
                kept.add(entry);
            } else if (entry.phase() == Phase.ACTIVE || rule.isPresent()) {
                kept.add(entry.in(Phase.ACTIVE));
            }
        }
        change(List.of(), rulesOf(ended.keySet()));
        journal.write(kept);
        ended.forEach((entry, end) -> note(end, entry.request(), "done"));
    }

    /** What has ended a block, as the log calls it; null where nothing has. */
    private String end(JournalEntry entry, Optional<AppliedRule> rule) {
        boolean forced =
                rule.isEmpty() && circumstances.tombstones().has(entry.tag().id());
        if (entry.phase() == Phase.REMOVING || forced) {
            return "unblock";
        }
        boolean over = entry.isOver(circumstances.clock().instant(), circumstances.boot());
        return over || rule.isPresent() && rule.get().expired() ? "expire" : null;
    }

    private List<AppliedRule> rulesOf(Collection<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> find(entry.tag().id()).stream())
                .toList();
    }

    private boolean isOfThisBackend(JournalEntry entry) {
        return entry.backend().equals(backend.name());
    }

    /** Those of this backend that are in force by the journal, and that somebody has removed. */
    List<JournalEntry> missing() {
        return journal.entries().stream()
                .filter(this::isOfThisBackend)
                .filter(entry -> find(entry.tag().id()).isEmpty())
                .toList();
    }

    /** Blocks of this user that differ from the request by nothing but their time and reason. */
    List<JournalEntry> sameAs(BlockRequest request) {
        return journal.entries().stream()
                .filter(this::isOfThisBackend)
                // Most differ in this already, and to compare records for the first time takes Java a while.
                .filter(entry -> entry.request().toString().equals(request.toString()))
                .filter(entry -> comparable(entry.request()).equals(comparable(request)))
                .toList();
    }

    private static BlockRequest comparable(BlockRequest request) {
        return request.withExpiry(Expiry.UNTIL_UNBLOCKED).withReason("");
    }

    /** Puts a block into force in the place of others, in one step where the backend can. */
    void replace(List<JournalEntry> earlier, JournalEntry entry, Rule rule) throws FirewallException, IOException {
        List<JournalEntry> others = new ArrayList<>(journal.entries());
        others.removeAll(earlier);
        List<JournalEntry> before = journal.entries();
        journal.write(plus(before, entry));
        try {
            change(List.of(rule), rulesOf(earlier));
        } catch (FirewallException e) {
            // What is not there needs no entry; what is there after all keeps its own.
            rules = backend.list();
            if (find(entry.tag().id()).isEmpty()) {
                journal.write(before);
            }
            note("block", entry.request(), e.getMessage());
            throw e;
        }
        journal.write(plus(others, entry.in(Phase.ACTIVE)));
        note("block", entry.request(), "done");
    }

    private static List<JournalEntry> plus(List<JournalEntry> entries, JournalEntry entry) {
        return Stream.concat(entries.stream(), Stream.of(entry)).toList();
    }

    void putBack(List<JournalEntry> missing, Function<JournalEntry, Rule> ruleOf) throws FirewallException {
        if (!missing.isEmpty()) {
            change(missing.stream().map(ruleOf).toList(), List.of());
            missing.forEach(entry -> note("put-back", entry.request(), "done"));
        }
    }

    /**
     * Removes blocks, those of others and orphaned ones among them where they are asked for.
     *
     * @throws FirewallException also where one was made with another backend
     */
    void remove(Collection<UUID> ids) throws FirewallException, IOException {
        Set<UUID> wanted = Set.copyOf(ids);
        checkBackend(wanted);
        List<JournalEntry> marked = journal.entries().stream()
                .map(entry -> wanted.contains(entry.tag().id()) ? entry.in(Phase.REMOVING) : entry)
                .toList();
        journal.write(marked);
        List<AppliedRule> removed =
                rules.stream().filter(rule -> wanted.contains(rule.tag().id())).toList();
        try {
            removeForGood(removed);
        } catch (FirewallException e) {
            removed.forEach(rule -> note("unblock", rule, e.getMessage()));
            throw e;
        }
        journal.write(
                marked.stream().filter(entry -> entry.phase() != Phase.REMOVING).toList());
        removed.forEach(rule -> note("unblock", rule, "done"));
    }

    private void removeForGood(List<AppliedRule> removed) throws FirewallException {
        if (backend instanceof HelperBackend) {
            // This process may not write what other users shall see; the helper does.
            change(List.of(), removed);
        } else {
            circumstances.tombstones().around(removed, circumstances.user(), () -> change(List.of(), removed));
        }
    }

    private void checkBackend(Set<UUID> wanted) throws FirewallException {
        for (JournalEntry entry : journal.entries()) {
            if (wanted.contains(entry.tag().id()) && !isOfThisBackend(entry)) {
                throw new FirewallException(
                        FirewallException.Kind.REFUSED,
                        entry.request() + " is blocked with " + entry.backend() + ": choose that backend to open it");
            }
        }
    }

    private void change(List<Rule> add, List<AppliedRule> remove) throws FirewallException {
        Change change = new Change(add, remove);
        if (!change.isEmpty()) {
            backend.apply(change);
            Set<UUID> gone = remove.stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
            rules = rules.stream()
                    .filter(rule -> !gone.contains(rule.tag().id()))
                    .toList();
        }
    }

    private Optional<AppliedRule> find(UUID id) {
        return rules.stream().filter(rule -> rule.tag().id().equals(id)).findFirst();
    }

    private void note(String action, AppliedRule rule, String result) {
        note(
                action,
                rule.tag().protocol() + " " + rule.tag().ports() + " "
                        + rule.tag().direction().label(),
                result);
    }

    private void note(String action, BlockRequest request, String result) {
        note(action, request + (request.reason().isEmpty() ? "" : ": " + request.reason()), result);
    }

    private void note(String action, String what, String result) {
        try {
            log.write(action, what, backend.name(), result);
        } catch (IOException e) {
            System.getLogger(Session.class.getName())
                    .log(System.Logger.Level.WARNING, "port_logs.txt cannot be written: " + e.getMessage());
        }
    }
}
