// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.portio.extension.InstalledFeature;

/** Which jars come and go with features. A jar that is in no feature was installed by itself, and stays. */
final class FeatureJars {

    private FeatureJars() {}

    /**
     * Returns the ids of the extensions that go with one that is removed.
     *
     * @param id of an extension or of a feature
     */
    static Set<String> goneWith(List<InstalledFeature> features, String id) {
        Set<String> gone = left(features, remaining(features, id));
        if (features.stream().noneMatch(concerns(id))) {
            gone.add(id);
        }
        return gone;
    }

    /** Returns the features that stay: an extension takes along all that it belongs to, so that none is half there. */
    static List<InstalledFeature> remaining(List<InstalledFeature> features, String id) {
        return features.stream().filter(concerns(id).negate()).toList();
    }

    private static Predicate<InstalledFeature> concerns(String id) {
        return feature -> feature.id().equals(id) || feature.jars().contains(id);
    }

    /** Returns the ids of the extensions that were in a feature before, and are in none now. */
    static Set<String> left(List<InstalledFeature> before, List<InstalledFeature> now) {
        Set<String> left = jars(before);
        left.removeAll(jars(now));
        return left;
    }

    private static Set<String> jars(Collection<InstalledFeature> features) {
        return features.stream()
                .flatMap(feature -> feature.jars().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns the features with others in the place of those that have the same id. */
    static List<InstalledFeature> replaced(List<InstalledFeature> features, List<InstalledFeature> others) {
        Set<String> ids = others.stream().map(InstalledFeature::id).collect(Collectors.toSet());
        List<InstalledFeature> all = new ArrayList<>(features);
        all.removeIf(feature -> ids.contains(feature.id()));
        all.addAll(others);
        return all;
    }

    /** Returns the features without an extension that the user has installed by itself. */
    static List<InstalledFeature> without(List<InstalledFeature> features, String id) {
        return features.stream()
                .map(feature -> new InstalledFeature(
                        feature.id(),
                        feature.version(),
                        feature.name(),
                        feature.repository(),
                        feature.jars().stream().filter(jar -> !jar.equals(id)).toList()))
                .toList();
    }
}
