// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a bundle offers to others.
 *
 * @param namespace {@link #PACKAGE}, {@link #BUNDLE} or one of the bundle's own
 * @param name of the package or bundle; empty for others
 * @param attributes for filters: texts, versions or lists of them; of a package those that an import must have
 */
public record Capability(String namespace, String name, Version version, Map<String, Object> attributes) {

    static final String PACKAGE = "osgi.wiring.package";
    static final String BUNDLE = "osgi.wiring.bundle";
    static final String JAVA = "osgi.ee";

    static Capability ofPackage(String name, Version version) {
        return new Capability(PACKAGE, name, version, Map.of());
    }

    /**
     * Reads one package of {@code Export-Package}, with the attributes that an import must have. Packages of which several
     * bundles have a part carry such, so that nobody imports a part by mistake.
     */
    static Capability ofPackage(String name, Clause clause) {
        String version = clause.attributes().get("version");
        Map<String, Object> mandatory = new HashMap<>(clause.attributes());
        mandatory
                .keySet()
                .retainAll(List.of(clause.directives()
                        .getOrDefault("mandatory", "")
                        .strip()
                        .split("\\s*,\\s*")));
        return new Capability(PACKAGE, name, version == null ? Version.ZERO : Version.parse(version), mandatory);
    }

    static Capability ofBundle(String name, Version version) {
        return new Capability(BUNDLE, name, version, Map.of());
    }

    static Capability of(String namespace, Map<String, Object> attributes) {
        return new Capability(namespace, "", Version.ZERO, attributes);
    }

    /** Reads a clause of {@code Provide-Capability}, whose attributes may have a type. */
    static Capability of(Clause clause, String namespace) {
        Map<String, Object> attributes = new HashMap<>();
        clause.attributes().forEach((name, value) -> {
            int colon = name.indexOf(':');
            String type = colon < 0 ? "String" : name.substring(colon + 1).strip();
            attributes.put(colon < 0 ? name : name.substring(0, colon).strip(), typed(type, value));
        });
        return of(namespace, attributes);
    }

    private static Object typed(String type, String value) {
        if (type.startsWith("List")) {
            boolean versions = type.contains("Version");
            return List.of(value.split("\\s*,\\s*")).stream()
                    .map(item -> versions ? Version.parse(item) : (Object) item)
                    .toList();
        }
        return "Version".equals(type) ? Version.parse(value) : value;
    }
}
