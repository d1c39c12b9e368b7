// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.portio.extension.InstalledFeature;
import org.portio.extension.repository.Feature;
import org.portio.extension.repository.Obstacle;

/**
 * A plan in the words of p2.
 *
 * @param chosen the features that the user wants
 * @param additions the bundles that would come
 * @param present the versions of extensions that are there now, by id
 * @param kept the jars of other features that stay
 * @param state all that would be there, without PortIO itself
 * @param product what PortIO provides
 */
record Planned(
        Map<Feature, IInstallableUnit> chosen,
        Collection<IInstallableUnit> additions,
        Map<String, String> present,
        Set<String> kept,
        Collection<IInstallableUnit> state,
        IInstallableUnit product,
        List<Obstacle> obstacles) {

    static Planned refused(Map<Feature, IInstallableUnit> chosen, List<Obstacle> obstacles) {
        return new Planned(chosen, List.of(), Map.of(), Set.of(), List.of(), null, obstacles);
    }

    /** Returns the chosen features with all the jars that each needs, but for those that the user installed by themselves. */
    List<InstalledFeature> features(String repository) {
        return chosen.entrySet().stream()
                .map(each -> new InstalledFeature(
                        each.getKey().id(),
                        each.getKey().version(),
                        each.getKey().name(),
                        repository,
                        jars(each.getValue())))
                .toList();
    }

    private List<String> jars(IInstallableUnit feature) {
        Set<IInstallableUnit> needed = new LinkedHashSet<>(Set.of(feature));
        Deque<IInstallableUnit> open = new ArrayDeque<>(needed);
        while (!open.isEmpty()) {
            for (IRequirement requirement : open.pop().getRequirements()) {
                if (!product.satisfies(requirement)) {
                    state.stream()
                            .filter(unit -> unit.satisfies(requirement) && needed.add(unit))
                            .forEach(open::push);
                }
            }
        }
        return needed.stream()
                .filter(unit -> additions.contains(unit) || kept.contains(unit.getId()))
                .map(IInstallableUnit::getId)
                .sorted()
                .toList();
    }
}
