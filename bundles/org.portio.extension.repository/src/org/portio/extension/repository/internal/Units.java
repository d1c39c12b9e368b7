// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IProvidedCapability;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.eclipse.equinox.p2.metadata.MetadataFactory;
import org.eclipse.equinox.p2.metadata.MetadataFactory.InstallableUnitDescription;
import org.eclipse.equinox.p2.metadata.Version;
import org.eclipse.equinox.p2.metadata.VersionRange;

/** Makes what p2 calls installable units: of PortIO, and of what is installed. */
final class Units {

    /** The end of the id of a unit that is a feature. */
    static final String GROUP = ".feature.group";

    static final String UNIT = "org.eclipse.equinox.p2.iu";
    static final String BUNDLE = "osgi.bundle";
    static final String FRAGMENT = "osgi.fragment";
    static final String PACKAGE = "java.package";
    static final String FEATURE_ARTIFACT = "org.eclipse.update.feature";

    private Units() {}

    static IProvidedCapability capability(String namespace, String name, String version) {
        return MetadataFactory.createProvidedCapability(namespace, name, Version.parseVersion(version));
    }

    static IProvidedCapability capability(String namespace, Map<String, Object> properties) {
        return MetadataFactory.createProvidedCapability(namespace, properties);
    }

    /** Makes one of which there can be only one version. */
    static IInstallableUnit unit(
            String id, String version, Collection<IProvidedCapability> provided, Collection<IRequirement> required) {
        InstallableUnitDescription description = new InstallableUnitDescription();
        description.setId(id);
        description.setVersion(Version.parseVersion(version));
        description.setSingleton(true);
        List<IProvidedCapability> all = new ArrayList<>(provided);
        all.add(capability(UNIT, id, version));
        description.addProvidedCapabilities(all);
        description.addRequirements(required);
        return MetadataFactory.createInstallableUnit(description);
    }

    /** Makes the feature as it is installed: nothing but the demand that each of its jars stays as it is. */
    static IInstallableUnit feature(String id, String version, Collection<IInstallableUnit> jars) {
        List<IRequirement> requirements = jars.stream()
                .map(jar -> MetadataFactory.createRequirement(
                        UNIT,
                        jar.getId(),
                        new VersionRange(jar.getVersion(), true, jar.getVersion(), true),
                        null,
                        false,
                        false))
                .toList();
        return unit(id + GROUP, version, List.of(), requirements);
    }

    static String featureId(IInstallableUnit group) {
        String id = group.getId();
        return id.endsWith(GROUP) ? id.substring(0, id.length() - GROUP.length()) : id;
    }

    static boolean isBundle(IInstallableUnit unit) {
        return unit.getArtifacts().stream().anyMatch(Units::isBundle);
    }

    static boolean isBundle(IArtifactKey artifact) {
        return artifact.getClassifier().equals(BUNDLE);
    }
}
