// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.equinox.internal.p2.director.Explanation;
import org.eclipse.equinox.internal.p2.metadata.IRequiredCapability;
import org.eclipse.equinox.internal.provisional.p2.director.PlannerStatus;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.eclipse.equinox.p2.metadata.VersionRange;
import org.portio.extension.repository.Obstacle;
import org.portio.extension.repository.Obstacle.Kind;

/** Reads from p2's explanation why features cannot be installed. */
@SuppressWarnings("restriction") // p2 gives the values to its own bundles only, and sentences to others
record Obstacles(Product product) {

    List<Obstacle> of(IStatus status) {
        Set<Obstacle> obstacles = new LinkedHashSet<>();
        if (status instanceof PlannerStatus planned && planned.getRequestStatus() != null) {
            Set<Explanation> explanations = planned.getRequestStatus().getExplanations();
            if (explanations != null) {
                explanations.stream().flatMap(this::of).forEach(obstacles::add);
            }
        }
        return obstacles.isEmpty()
                ? List.of(new Obstacle(Kind.OTHER, StatusText.of(status), "", "", ""))
                : List.copyOf(obstacles);
    }

    private Stream<Obstacle> of(Explanation explanation) {
        return switch (explanation) {
            case Explanation.MissingIU missing -> Stream.of(missing(missing.iu, missing.req));
            case Explanation.Singleton conflict -> Stream.of(conflict(conflict.ius));
            default -> Stream.empty();
        };
    }

    private Obstacle missing(IInstallableUnit unit, IRequirement requirement) {
        String neededBy = unit == null ? "" : name(unit);
        if (!(requirement instanceof IRequiredCapability wanted)) {
            String text = Objects.requireNonNullElse(requirement.getDescription(), requirement.toString());
            return new Obstacle(Kind.MISSING, text, "", neededBy, "");
        }
        String id = wanted.getName();
        String present = Objects.requireNonNullElse(
                product.versions().get(id), product.versions().getOrDefault(id + Units.GROUP, ""));
        boolean isPart = !present.isEmpty() && !wanted.getNamespace().equals(Units.PACKAGE);
        return new Obstacle(
                isPart ? Kind.PART_OF_PORTIO : Kind.MISSING,
                kind(wanted) + " "
                        + (id.endsWith(Units.GROUP) ? id.substring(0, id.length() - Units.GROUP.length()) : id),
                range(wanted.getRange()),
                neededBy,
                isPart ? present : "");
    }

    private static String kind(IRequiredCapability wanted) {
        return switch (wanted.getNamespace()) {
            case Units.PACKAGE -> "the package";
            case Units.BUNDLE -> "the bundle";
            case Units.UNIT -> wanted.getName().endsWith(Units.GROUP) ? "the feature" : "the bundle";
            default -> wanted.getNamespace();
        };
    }

    /** Returns a range as people write it: one version for a range that is only this. */
    private static String range(VersionRange range) {
        if (range == null || range.equals(VersionRange.emptyRange)) {
            return "";
        }
        return range.getMinimum().equals(range.getMaximum())
                ? range.getMinimum().toString()
                : range.toString();
    }

    private static Obstacle conflict(IInstallableUnit... units) {
        String text = Stream.of(units).map(Obstacles::name).collect(Collectors.joining(", "));
        return new Obstacle(Kind.CONFLICT, text, "", "", "");
    }

    private static String name(IInstallableUnit unit) {
        String name = unit.getProperty(IInstallableUnit.PROP_NAME, null);
        boolean readable = name != null && !name.isBlank() && !name.startsWith("%");
        return (readable ? name : Units.featureId(unit)) + " " + unit.getVersion();
    }
}
