// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IProvidedCapability;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.portio.extension.Extension;
import org.portio.extension.Extension.Origin;
import org.portio.extension.Extensions;
import org.portio.extension.InstalledFeature;

/**
 * The extensions that are there, as p2 wants to know them. What they themselves need is left out: a plan neither mends nor
 * minds an extension that cannot be used.
 *
 * @param jars by the ids of the extensions
 */
record Installed(Map<String, IInstallableUnit> jars, List<InstalledFeature> features) {

    static Installed of(Extensions extensions) {
        Map<String, IInstallableUnit> jars = new LinkedHashMap<>();
        for (Extension extension : extensions.list()) {
            if (extension.origin() == Origin.USER && !extension.version().isEmpty()) {
                jars.putIfAbsent(extension.id(), unit(extension));
            }
        }
        return new Installed(jars, extensions.features());
    }

    /** Returns the features of which nothing is missing, but those with these ids. */
    List<IInstallableUnit> featuresBut(Set<String> ids) {
        return features.stream()
                .filter(feature -> !ids.contains(feature.id()) && jars.keySet().containsAll(feature.jars()))
                .map(feature -> Units.feature(
                        feature.id(),
                        feature.version(),
                        feature.jars().stream().map(jars::get).toList()))
                .toList();
    }

    /** Returns the ids of all extensions that belong to features. */
    Set<String> ofFeatures() {
        Set<String> all = new HashSet<>();
        features.forEach(feature -> all.addAll(feature.jars()));
        return all;
    }

    private static IInstallableUnit unit(Extension extension) {
        List<IProvidedCapability> provided = new ArrayList<>();
        provided.add(Units.capability(Units.BUNDLE, extension.id(), extension.version()));
        try (JarFile jar = new JarFile(extension.file().toFile(), false)) {
            provided.addAll(packages(Objects.requireNonNullElseGet(jar.getManifest(), Manifest::new)));
        } catch (IOException | BundleException _) {
            // One that cannot be read has nothing that others could use.
        }
        return Units.unit(extension.id(), extension.version(), provided, List.of());
    }

    private static Collection<IProvidedCapability> packages(Manifest manifest) throws BundleException {
        List<IProvidedCapability> packages = new ArrayList<>();
        String header = manifest.getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
        ManifestElement[] elements = ManifestElement.parseHeader(Constants.EXPORT_PACKAGE, header);
        for (ManifestElement element : elements == null ? new ManifestElement[0] : elements) {
            String version = Objects.requireNonNullElse(element.getAttribute(Constants.VERSION_ATTRIBUTE), "0.0.0");
            for (String name : element.getValueComponents()) {
                packages.add(Units.capability(Units.PACKAGE, name, version));
            }
        }
        return packages;
    }
}
