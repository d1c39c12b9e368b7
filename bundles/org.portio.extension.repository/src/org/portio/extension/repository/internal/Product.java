// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IProvidedCapability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;

/**
 * PortIO as it runs: the ground that p2 plans on. It is looked at anew each time, so an upgrade of PortIO needs no care.
 *
 * @param versions of its bundles and features by the ids of their units: nothing else may take their place
 * @param base provides all that its bundles provide
 * @param environment the operating system, the window system and the processor, as p2 wants them
 */
record Product(Map<String, String> versions, IInstallableUnit base, String environment) {

    private static final String ID = "org.portio.running";
    private static final String EXTENSION = "portio-extension:";

    /** Describes what runs in this framework; without extensions. */
    static Product running(BundleContext context) {
        List<BundleRevision> revisions = Stream.of(context.getBundles())
                .filter(bundle -> !bundle.getLocation().startsWith(EXTENSION) && isResolved(bundle))
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .toList();
        Map<String, String> versions = new LinkedHashMap<>();
        revisions.forEach(
                one -> versions.put(one.getSymbolicName(), one.getVersion().toString()));
        versions.putAll(ProductFeatures.in(directory(context)));
        List<IProvidedCapability> provided = new ArrayList<>();
        revisions.forEach(one -> provided.addAll(Provided.by(one)));
        String environment = Stream.of("osgi.os", "osgi.ws", "osgi.arch")
                .map(key -> key + "=" + context.getProperty(key))
                .collect(Collectors.joining(","));
        return of(versions, provided, environment);
    }

    static Product of(Map<String, String> versions, List<IProvidedCapability> provided, String environment) {
        List<IProvidedCapability> all = new ArrayList<>(provided);
        versions.forEach((id, version) -> all.add(Units.capability(Units.UNIT, id, version)));
        return new Product(versions, Units.unit(ID, "1.0.0", all, List.of()), environment);
    }

    /** Returns whether a unit is a part of it, whatever the version. */
    boolean has(String id) {
        return versions.containsKey(id);
    }

    private static boolean isResolved(Bundle bundle) {
        return (bundle.getState() & (Bundle.UNINSTALLED | Bundle.INSTALLED)) == 0;
    }

    private static Path directory(BundleContext context) {
        String area = context.getProperty("osgi.install.area");
        return area == null ? Path.of("") : Path.of(URI.create(area.replace(" ", "%20")));
    }
}
