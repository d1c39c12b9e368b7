// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portio.extension.Extension;
import org.portio.extension.Extension.Origin;
import org.portio.extension.Extension.State;
import org.portio.extension.Fault;
import org.portio.extension.Problem;
import org.portio.extension.Problem.Kind;
import org.portio.extension.internal.jar.JarFacts;
import org.portio.extension.internal.resolve.BundleDescription;
import org.portio.extension.internal.resolve.Candidate;
import org.portio.extension.internal.resolve.Resolver;
import org.portio.extension.internal.store.Memory;
import org.portio.extension.internal.store.Privacy;

/** One look at all extensions: what each is, and which can be used together. */
public final class Survey {

    /** A jar with what stands against it by itself. */
    private record Entry(JarFacts facts, Origin origin, String stamp, Problem own) {}

    private static final Comparator<Entry> LATEST_FIRST = Comparator.comparing(
                    (Entry entry) -> entry.facts().bundle().version())
            .reversed()
            .thenComparing(Entry::origin);

    private final Memory memory;
    private final Privacy privacy;
    private final List<BundleDescription> product;
    private final Map<Path, String> refused;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Candidate, Entry> candidates = new LinkedHashMap<>();

    /**
     * Begins.
     *
     * @param refused what OSGi has said against jars that lack nothing that PortIO knows of
     */
    Survey(Memory memory, Privacy privacy, List<BundleDescription> product, Map<Path, String> refused) {
        this.refused = refused;
        this.memory = memory;
        this.privacy = privacy;
        this.product = product;
    }

    /** Adds a jar. */
    void add(JarFacts facts, Origin origin) {
        String stamp = KnownJars.stamp(facts.file());
        entries.add(new Entry(facts, origin, stamp, own(facts, stamp)));
    }

    private Problem own(JarFacts facts, String stamp) {
        if (facts.problem() != null) {
            return facts.problem();
        }
        try {
            Optional<Path> open = privacy.open(facts.file());
            if (open.isPresent()) {
                return new Problem(
                        Kind.NOT_PRIVATE,
                        "can be changed by others than you and root: " + open.get()
                                + "; take ownership of it, and run: chmod go-w " + open.get());
            }
        } catch (IOException e) {
            return new Problem(Kind.UNREADABLE, "cannot be looked at: " + e.getMessage());
        }
        if (product.stream().anyMatch(bundle -> bundle.name().equals(facts.id()))) {
            return new Problem(Kind.NAME_TAKEN, "has the name of a part of PortIO, which is used instead");
        }
        Problem known = memory.problem(facts.id(), stamp);
        String refusal = refused.get(facts.file());
        return known == null && refusal != null ? new Problem(Kind.REFUSED, refusal) : known;
    }

    /** Returns the extensions by id. */
    List<Extension> extensions() {
        Resolver resolver = resolver();
        return candidates.entrySet().stream()
                .map(each -> extension(each.getValue(), each.getKey(), resolver))
                .sorted(Comparator.comparing(Extension::id).thenComparing(Extension::file))
                .toList();
    }

    private Resolver resolver() {
        Map<String, List<Entry>> byId = entries.stream()
                .filter(entry -> entry.facts().bundle() != null)
                .collect(Collectors.groupingBy(entry -> entry.facts().id()));
        byId.values().forEach(same -> same.sort(LATEST_FIRST));
        for (Entry entry : entries) {
            Problem problem = entry.own();
            if (problem == null) {
                problem = outdone(entry, byId.get(entry.facts().id()));
            }
            BundleDescription bundle = entry.facts().bundle();
            candidates.put(
                    new Candidate(
                            entry.facts().file(),
                            bundle == null
                                    ? BundleDescription.nameless(entry.facts().id())
                                    : bundle,
                            problem),
                    entry);
        }
        return new Resolver(product, List.copyOf(candidates.keySet()));
    }

    /** Returns whether another file has the same in a version that comes first; null if none does. */
    private static Problem outdone(Entry entry, List<Entry> same) {
        Entry first = same.stream().filter(Survey::isWanted).findFirst().orElse(entry);
        if (first == entry) {
            return null;
        }
        String there = first.facts().file().toString();
        return first.facts().bundle().version().equals(entry.facts().bundle().version())
                ? new Problem(Kind.DUPLICATE, "is the same extension as " + there + ", in the same version")
                : new Problem(Kind.OLDER, "is an older version of " + there + ", which is used");
    }

    /** One that OSGi refuses stays the one to be used: it may be let in later. */
    private static boolean isWanted(Entry entry) {
        return entry.own() == null || entry.own().kind() == Kind.REFUSED;
    }

    private Extension extension(Entry entry, Candidate candidate, Resolver resolver) {
        JarFacts facts = entry.facts();
        Problem problem = resolver.problem(candidate).orElse(null);
        List<Fault> faults = memory.faults(facts.id(), entry.stamp());
        return new Extension(
                facts.id(),
                facts.name(),
                facts.version(),
                facts.vendor(),
                facts.file(),
                entry.origin(),
                entry.origin() == Origin.USER ? memory.features(facts.id()) : List.of(),
                facts.signers(),
                facts.brings(),
                state(candidate.own(), problem, faults),
                problem,
                faults,
                notes(facts));
    }

    private static State state(Problem own, Problem problem, List<Fault> faults) {
        if (problem == null) {
            return faults.isEmpty() ? State.ACTIVE : State.FAILED;
        }
        return switch (own == null ? null : own.kind()) {
            case DISABLED -> State.DISABLED;
            case FAILED, MEMORY_LOST -> State.SWITCHED_OFF;
            case null, default -> State.NOT_USABLE;
        };
    }

    /** Tells which services only the workbench can make. */
    private static List<String> notes(JarFacts facts) {
        return facts.components().stream()
                .filter(component -> !component.wants().isEmpty())
                .map(component -> component.className() + " works in the workbench only: it wants "
                        + String.join(", ", component.wants()))
                .toList();
    }

    /** Returns those that can be used, each with those from which it takes something, in an order that has no meaning. */
    public Map<JarFacts, List<JarFacts>> usable() {
        Resolver resolver = resolver();
        Map<JarFacts, List<JarFacts>> usable = new HashMap<>();
        candidates.forEach((candidate, entry) -> {
            if (resolver.problem(candidate).isEmpty()) {
                usable.put(
                        entry.facts(),
                        resolver.sources(candidate).stream()
                                .map(source -> candidates.get(source).facts())
                                .toList());
            }
        });
        return usable;
    }
}
