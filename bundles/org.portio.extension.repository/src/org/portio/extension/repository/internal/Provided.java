// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.equinox.p2.metadata.IProvidedCapability;
import org.eclipse.equinox.p2.metadata.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** Says in the words of p2 what a bundle provides. */
final class Provided {

    private static final String VERSION = "version";

    private Provided() {}

    static List<IProvidedCapability> by(BundleRevision bundle) {
        List<IProvidedCapability> provided = new ArrayList<>();
        provided.add(Units.capability(
                Units.BUNDLE, bundle.getSymbolicName(), bundle.getVersion().toString()));
        provided.add(Units.capability("eclipse.type", "bundle", "1.0.0"));
        for (BundleCapability capability : bundle.getDeclaredCapabilities(null)) {
            String namespace = capability.getNamespace();
            Map<String, Object> attributes = capability.getAttributes();
            if (namespace.equals(BundleRevision.PACKAGE_NAMESPACE)) {
                provided.add(Units.capability(
                        Units.PACKAGE,
                        String.valueOf(attributes.get(namespace)),
                        Objects.toString(attributes.get(VERSION), "0.0.0")));
            } else if (!namespace.equals(BundleRevision.BUNDLE_NAMESPACE)
                    && !namespace.equals(BundleRevision.HOST_NAMESPACE)) {
                provided.addAll(generic(namespace, attributes));
            }
        }
        return provided;
    }

    /** Makes one capability for each version: Java names all versions that it can stand for in one. */
    private static List<IProvidedCapability> generic(String namespace, Map<String, Object> attributes) {
        if (!(attributes.get(VERSION) instanceof Collection<?> versions)) {
            return List.of(one(namespace, attributes, attributes.get(VERSION)));
        }
        return versions.stream()
                .map(version -> one(namespace, attributes, version))
                .toList();
    }

    private static IProvidedCapability one(String namespace, Map<String, Object> attributes, Object version) {
        Map<String, Object> properties = new HashMap<>();
        attributes.forEach((name, value) -> properties.put(name, value(value)));
        // p2 wants a name in each.
        properties.put(namespace, Objects.toString(attributes.get(namespace), namespace));
        properties.put(VERSION, Version.parseVersion(Objects.toString(version, "0.0.0")));
        return Units.capability(namespace, properties);
    }

    private static Object value(Object value) {
        return switch (value) {
            case Collection<?> values -> values.stream().map(Provided::value).toList();
            case Number number -> number;
            case Boolean truth -> truth;
            case org.osgi.framework.Version version -> Version.parseVersion(version.toString());
            default -> value.toString();
        };
    }
}
