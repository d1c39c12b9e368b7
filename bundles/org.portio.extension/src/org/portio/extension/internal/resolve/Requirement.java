// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.Map;

/**
 * Something that a bundle cannot do without.
 *
 * @param name of the package or bundle; the namespace of another capability
 * @param filter null for a package or bundle
 */
public record Requirement(Need need, String name, VersionRange range, Filter filter) {

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
        return new Requirement(need, name, range, null);
    }

    static Requirement of(String namespace, Filter filter) {
        Need need = Capability.JAVA.equals(namespace) ? Need.JAVA : Need.CAPABILITY;
        return new Requirement(need, namespace, VersionRange.ANY, filter);
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
                && (filter == null ? range.includes(capability.version()) : filter.matches(capability.attributes()));
    }

    /** Returns an attribute that the filter asks for; null if it does not, or there is no filter. */
    String asked(String attribute) {
        return (filter == null ? Map.<String, String>of() : filter.mentioned()).get(attribute);
    }
}
