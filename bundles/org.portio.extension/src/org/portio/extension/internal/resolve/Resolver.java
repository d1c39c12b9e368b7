// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portio.extension.Problem;

/**
 * Finds out which bundles have all that they need, and for each other one the first thing that is missing. Bundles may need
 * each other, in circles, too: all are taken to be usable until something shows that one is not.
 */
public final class Resolver {

    private final List<BundleDescription> product;
    /** The capabilities of PortIO and Java, by namespace and name. */
    private final Map<String, List<Capability>> offered = new HashMap<>();

    private final List<Candidate> candidates;
    private final Set<Candidate> usable = new LinkedHashSet<>();
    private final Map<Candidate, Requirement> missing = new IdentityHashMap<>();

    /**
     * Resolves.
     *
     * @param product the bundles of PortIO, which have what they need
     * @param candidates of each name at most one that has no problem of its own
     */
    public Resolver(List<BundleDescription> product, List<Candidate> candidates) {
        this.product = product;
        this.candidates = candidates;
        product.forEach(bundle -> offer(bundle.provides()));
        offer(BundleDescription.ofJava());
        candidates.stream().filter(candidate -> candidate.own() == null).forEach(usable::add);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Candidate candidate : List.copyOf(usable)) {
                Optional<Requirement> unmet = candidate.bundle().requires().stream()
                        .filter(requirement -> !isMet(requirement))
                        .findFirst();
                if (unmet.isPresent()) {
                    missing.put(candidate, unmet.get());
                    usable.remove(candidate);
                    changed = true;
                }
            }
        }
    }

    private void offer(Collection<Capability> capabilities) {
        capabilities.forEach(capability ->
                offered.computeIfAbsent(key(capability), _ -> new ArrayList<>()).add(capability));
    }

    private static String key(Capability capability) {
        return capability.namespace() + ":" + capability.name();
    }

    private static String key(Requirement requirement) {
        return switch (requirement.need()) {
            case PACKAGE -> Capability.PACKAGE + ":" + requirement.name();
            case BUNDLE, HOST -> Capability.BUNDLE + ":" + requirement.name();
            case JAVA, CAPABILITY -> requirement.name() + ":";
        };
    }

    private boolean isMet(Requirement requirement) {
        return isMetByProduct(requirement) || usable.stream().anyMatch(candidate -> offers(candidate, requirement));
    }

    private boolean isMetByProduct(Requirement requirement) {
        return offered.getOrDefault(key(requirement), List.of()).stream().anyMatch(requirement::isMetBy);
    }

    private static boolean offers(Candidate candidate, Requirement requirement) {
        return candidate.bundle().provides().stream().anyMatch(requirement::isMetBy);
    }

    /** Returns why a candidate cannot be used; empty if it can. */
    public Optional<Problem> problem(Candidate candidate) {
        return usable.contains(candidate) ? Optional.empty() : Optional.of(cause(candidate, new HashSet<>()));
    }

    /** Returns the other candidates from which a usable one takes something, its host and fragments among them. */
    public Set<Candidate> sources(Candidate candidate) {
        Set<Candidate> sources = new LinkedHashSet<>();
        for (Candidate other : usable) {
            boolean wanted = candidate.bundle().requires().stream()
                    .anyMatch(requirement -> !isMetByProduct(requirement) && offers(other, requirement));
            boolean fragment = other.bundle().host().equals(candidate.bundle().name());
            if (other != candidate && (wanted || fragment)) {
                sources.add(other);
            }
        }
        return sources;
    }

    private Problem cause(Candidate candidate, Set<Candidate> told) {
        if (candidate.own() != null) {
            return candidate.own();
        }
        told.add(candidate);
        Requirement requirement = missing.get(candidate);
        Optional<Candidate> source = candidates.stream()
                .filter(other -> !told.contains(other) && offers(other, requirement))
                .findFirst();
        if (source.isPresent()) {
            Problem deeper = cause(source.get(), told);
            return Wording.chain(requirement, source.get().title(), deeper);
        }
        return new Wording(product, others(requirement)).problem(requirement);
    }

    /** Returns those that have what is asked for in another version. */
    private List<Candidate> others(Requirement requirement) {
        return candidates.stream()
                .filter(other -> other.bundle().provides().stream().anyMatch(requirement::isAbout))
                .toList();
    }
}
