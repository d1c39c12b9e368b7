// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.internal.journal.JournalEntry;
import org.portio.firewall.internal.selection.Backends;
import org.portio.firewall.internal.selection.Backends.Chosen;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.Rule;

/**
 * Shows what the backends show: the chosen one, those that made the other blocks of the journal, and more on request.
 */
final class Scene {

    /** A rule, and who shows it. */
    record Shown(FirewallBackend backend, AppliedRule rule) {

        UUID id() {
            return rule.tag().id();
        }
    }

    private final Chosen chosen;
    private final Map<String, FirewallBackend> seen = new LinkedHashMap<>();
    private final Map<String, List<AppliedRule>> rules = new LinkedHashMap<>();

    private Scene(Chosen chosen) {
        this.chosen = chosen;
    }

    /**
     * Looks.
     *
     * @param names of the backends that made the blocks of the journal
     * @param everywhere also with those that the journal does not name, as after it was lost
     * @throws FirewallException if the chosen backend fails; others that do are not seen
     */
    static Scene look(Backends backends, Collection<String> names, boolean everywhere) throws FirewallException {
        Scene scene = new Scene(backends.chosen().permitted());
        scene.add(scene.chosen.backend());
        for (String name : new HashSet<>(names)) {
            if (!scene.sees(name)) {
                backends.named(name).ifPresent(scene::tryToAdd);
            }
        }
        if (everywhere) {
            backends.atHand().stream()
                    .filter(backend -> !scene.sees(backend.name()))
                    .forEach(scene::tryToAdd);
        }
        return scene;
    }

    private void add(FirewallBackend backend) throws FirewallException {
        rules.put(backend.name(), backend.list());
        seen.put(backend.name(), backend);
    }

    /** One that fails is one that does not tell. */
    private void tryToAdd(FirewallBackend backend) {
        try {
            add(backend);
        } catch (FirewallException e) {
            System.getLogger(Scene.class.getName())
                    .log(System.Logger.Level.DEBUG, backend.name() + " cannot be queried", e);
        }
    }

    /** Returns the one that makes new blocks. */
    FirewallBackend chosen() {
        return chosen.backend();
    }

    boolean sees(String backend) {
        return seen.containsKey(backend);
    }

    /** Returns all that is shown. */
    List<Shown> shown() {
        return rules.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(rule -> new Shown(seen.get(each.getKey()), rule)))
                .toList();
    }

    /** Returns what its own backend shows of a block that is written down. */
    Optional<AppliedRule> find(JournalEntry entry) {
        return rules.getOrDefault(entry.backend(), List.of()).stream()
                .filter(rule -> rule.tag().id().equals(entry.tag().id()))
                .findFirst();
    }

    /** Returns what is shown of these blocks. */
    List<Shown> find(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        return shown().stream().filter(shown -> wanted.contains(shown.id())).toList();
    }

    /** Makes a new block with the chosen backend, and takes away with each backend what it shows of the earlier ones. */
    void replace(Rule rule, List<Shown> earlier, boolean force) throws FirewallException {
        FirewallBackend backend = chosen();
        apply(backend, new Change(List.of(rule), rulesOf(backend, earlier), force));
        remove(earlier.stream().filter(shown -> shown.backend() != backend).toList());
    }

    /** Returns the commands that {@link #replace} would run. */
    List<PlannedCommand> planReplacement(Rule rule, List<Shown> earlier) throws FirewallException {
        FirewallBackend backend = chosen();
        List<PlannedCommand> planned =
                new ArrayList<>(backend.plan(new Change(List.of(rule), rulesOf(backend, earlier), true)));
        planned.addAll(planRemoval(
                earlier.stream().filter(shown -> shown.backend() != backend).toList()));
        return planned;
    }

    /** Returns the commands that {@link #remove} would run. */
    List<PlannedCommand> planRemoval(List<Shown> gone) throws FirewallException {
        List<PlannedCommand> planned = new ArrayList<>();
        for (FirewallBackend backend : backendsOf(gone)) {
            planned.addAll(backend.plan(new Change(List.of(), rulesOf(backend, gone))));
        }
        return planned;
    }

    void remove(List<Shown> gone) throws FirewallException {
        for (FirewallBackend backend : backendsOf(gone)) {
            apply(backend, new Change(List.of(), rulesOf(backend, gone)));
        }
    }

    /** Makes blocks again, in the place of what is left of them; that they were wanted has been settled when they were made. */
    void putBack(String backend, List<Rule> added) throws FirewallException {
        FirewallBackend its = seen.get(backend);
        List<Shown> left = find(added.stream().map(rule -> rule.tag().id()).toList());
        apply(its, new Change(added, rulesOf(its, left), true));
    }

    static Set<FirewallBackend> backendsOf(List<Shown> shown) {
        return shown.stream().map(Shown::backend).collect(Collectors.toSet());
    }

    static List<AppliedRule> rulesOf(FirewallBackend backend, List<Shown> shown) {
        return shown.stream()
                .filter(each -> each.backend() == backend)
                .map(Shown::rule)
                .toList();
    }

    private void apply(FirewallBackend backend, Change change) throws FirewallException {
        if (!change.isEmpty()) {
            backend.apply(change);
            forget(backend.name(), change.remove());
        }
    }

    private void forget(String backend, List<AppliedRule> gone) {
        Set<UUID> ids = gone.stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
        Predicate<AppliedRule> stays = rule -> !ids.contains(rule.tag().id());
        rules.computeIfPresent(backend, (_, all) -> all.stream().filter(stays).toList());
    }

    /** Looks again at the chosen backend, after a failure. */
    void lookAgain() throws FirewallException {
        add(chosen());
    }

    /** Returns names of the backends of these entries. */
    static List<String> names(Stream<JournalEntry> entries) {
        return entries.map(JournalEntry::backend).distinct().toList();
    }
}
