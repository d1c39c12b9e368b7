// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.Map;

/**
 * Something that a bundle cannot do without.
 *
 * @param name of the package or bundle; the namespace of another capability
 * @param filter null for a package or bundle
 * @param attributes of the import of a package; empty for others
 */
public record Requirement(Need need, String name, VersionRange range, Filter filter, Map<String, String> attributes) {

    /** The kind of requirement. */
    public enum Need {
        PACKAGE,
        BUNDLE,
        /** The bundle that a fragment belongs to. */
        HOST,
        JAVA,
        CAPABILITY
    }

    static Requirement of(Need need, String name, VersionRange range) {
        return new Requirement(need, name, range, null, Map.of());
    }

    /** Reads one package of {@code Import-Package}. */
    static Requirement ofPackage(String name, Clause clause) {
        return new Requirement(Need.PACKAGE, name, clause.range("version"), null, clause.attributes());
    }

    static Requirement of(String namespace, Filter filter) {
        Need need = Capability.JAVA.equals(namespace) ? Need.JAVA : Need.CAPABILITY;
        return new Requirement(need, namespace, VersionRange.ANY, filter, Map.of());
    }

    /** Returns whether the capability is this one but perhaps for its version. */
    boolean isAbout(Capability capability) {
        return switch (need) {
            case PACKAGE -> Capability.PACKAGE.equals(capability.namespace()) && name.equals(capability.name());
            case BUNDLE, HOST -> Capability.BUNDLE.equals(capability.namespace()) && name.equals(capability.name());
            case JAVA, CAPABILITY -> name.equals(capability.namespace());
        };
    }

    boolean isMetBy(Capability capability) {
        return isAbout(capability)
                && (filter == null
                        ? range.includes(capability.version()) && !isPartOnly(capability)
                        : filter.matches(capability.attributes()));
    }

    /** Returns whether the package is exported only to those who name more than it, as this does not. */
    boolean isPartOnly(Capability capability) {
        return need == Need.PACKAGE
                && !attributes.entrySet().containsAll(capability.attributes().entrySet());
    }

    /** Returns an attribute that the filter asks for; null if it does not, or there is no filter. */
    String asked(String attribute) {
        return (filter == null ? Map.<String, String>of() : filter.mentioned()).get(attribute);
    }
}
