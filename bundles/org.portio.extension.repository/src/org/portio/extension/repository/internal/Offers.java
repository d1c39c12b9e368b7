// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.query.IQueryResult;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepository;
import org.portio.extension.InstalledFeature;
import org.portio.extension.repository.Category;
import org.portio.extension.repository.Feature;

/** The features that a repository offers, by category. */
record Offers(List<Category> categories, Map<Feature, IInstallableUnit> units) {

    private static final Comparator<Feature> BY_NAME =
            Comparator.comparing(Feature::name, String.CASE_INSENSITIVE_ORDER);

    static Offers of(IMetadataRepository metadata, Product product, List<InstalledFeature> installed) {
        Map<String, String> versions = installed.stream()
                .collect(Collectors.toMap(InstalledFeature::id, InstalledFeature::version, (one, _) -> one));
        Map<IInstallableUnit, Feature> latest = new LinkedHashMap<>();
        for (IInstallableUnit unit :
                metadata.query(QueryUtil.createLatestQuery(QueryUtil.createIUGroupQuery()), null)) {
            if (unit.getId().endsWith(Units.GROUP) && !product.has(unit.getId())) {
                latest.put(unit, feature(unit, versions));
            }
        }
        List<Category> categories = categories(metadata, latest);
        Map<Feature, IInstallableUnit> units = new LinkedHashMap<>();
        latest.forEach((unit, feature) -> units.put(feature, unit));
        return new Offers(categories, units);
    }

    private static List<Category> categories(IMetadataRepository metadata, Map<IInstallableUnit, Feature> latest) {
        List<Category> categories = new ArrayList<>();
        Set<Feature> seen = new HashSet<>();
        for (IInstallableUnit unit : metadata.query(QueryUtil.createIUCategoryQuery(), null)) {
            IQueryResult<IInstallableUnit> members = metadata.query(QueryUtil.createIUCategoryMemberQuery(unit), null);
            List<Feature> features = members.toUnmodifiableSet().stream()
                    .map(latest::get)
                    .filter(Objects::nonNull)
                    .sorted(BY_NAME)
                    .toList();
            if (!features.isEmpty()) {
                categories.add(new Category(
                        text(unit, IInstallableUnit.PROP_NAME),
                        text(unit, IInstallableUnit.PROP_DESCRIPTION),
                        features));
                seen.addAll(features);
            }
        }
        categories.sort(Comparator.comparing(Category::name, String.CASE_INSENSITIVE_ORDER));
        List<Feature> others = latest.values().stream()
                .filter(feature -> !seen.contains(feature))
                .sorted(BY_NAME)
                .toList();
        if (!others.isEmpty()) {
            categories.add(new Category("", "", others));
        }
        return List.copyOf(categories);
    }

    private static Feature feature(IInstallableUnit unit, Map<String, String> installed) {
        String id = Units.featureId(unit);
        String name = text(unit, IInstallableUnit.PROP_NAME);
        String licence = unit.getLicenses(null).stream()
                .map(one -> Objects.requireNonNullElse(one.getBody(), "").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
        return new Feature(
                id,
                unit.getVersion().toString(),
                name.isEmpty() ? id : name,
                text(unit, IInstallableUnit.PROP_PROVIDER),
                text(unit, IInstallableUnit.PROP_DESCRIPTION),
                licence,
                installed.getOrDefault(id, ""));
    }

    private static String text(IInstallableUnit unit, String property) {
        return Objects.requireNonNullElse(unit.getProperty(property, null), "").strip();
    }

    Map<Feature, IInstallableUnit> units(Collection<Feature> features) {
        Map<Feature, IInstallableUnit> chosen = new LinkedHashMap<>();
        features.forEach(feature -> chosen.put(feature, Objects.requireNonNull(units.get(feature))));
        return chosen;
    }
}
