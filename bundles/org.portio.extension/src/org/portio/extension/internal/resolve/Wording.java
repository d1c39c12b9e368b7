// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portio.extension.Problem;
import org.portio.extension.Problem.Kind;
import org.portio.extension.internal.resolve.Requirement.Need;

/**
 * Words what a bundle needs and does not get.
 *
 * @param product the bundles of PortIO
 * @param others extensions that have it in a version that will not do
 */
record Wording(List<BundleDescription> product, List<Candidate> others) {

    private static final String OWN = "org.portio.";

    private static String needs(Requirement requirement) {
        String range = requirement.range().isAny() ? "" : " " + requirement.range();
        return switch (requirement.need()) {
            case PACKAGE -> "needs the package " + requirement.name() + range;
            case BUNDLE -> "needs the bundle " + requirement.name() + range;
            case HOST -> "is a fragment of " + requirement.name() + range;
            case JAVA -> "needs Java " + java(requirement);
            case CAPABILITY -> "needs the capability " + requirement.name();
        };
    }

    /** Says that what is needed is there, and what keeps the one that has it from being used. */
    static Problem chain(Requirement requirement, String source, Problem problem) {
        boolean isBundle = requirement.need() == Need.BUNDLE || requirement.need() == Need.HOST;
        String has = isBundle ? "" : ", which " + source + " has";
        return new Problem(problem.kind(), needs(requirement) + has + "; " + source + " " + problem.text());
    }

    private static String java(Requirement requirement) {
        String name = String.valueOf(requirement.asked(Capability.JAVA));
        String version = requirement.asked("version");
        return version == null ? "'" + name + "'" : version;
    }

    Problem problem(Requirement requirement) {
        String needs = needs(requirement);
        Need need = requirement.need();
        if (need == Need.JAVA) {
            return java(requirement, needs);
        }
        Optional<String> found = present(requirement);
        if (found.isPresent()) {
            return new Problem(wrongVersion(requirement), needs + ", but " + found.get());
        }
        return new Problem(
                missing(need),
                need == Need.PACKAGE
                        ? needs + ", which " + nobodyHas(requirement.name())
                        : needs + ", which neither PortIO nor an extension has");
    }

    private static Problem java(Requirement requirement, String needs) {
        boolean known = requirement.asked("version") != null;
        return new Problem(
                Kind.JAVA,
                needs
                        + (known
                                ? ", but PortIO runs on Java "
                                        + Runtime.version().feature()
                                : " in its manifest, which is not a Java; build it with a tool that knows Java "
                                        + Runtime.version().feature()));
    }

    /** Says who has the same in another version. */
    private Optional<String> present(Requirement requirement) {
        Function<BundleDescription, Stream<Capability>> offers =
                bundle -> bundle.provides().stream().filter(requirement::isAbout);
        Optional<String> own = product.stream()
                .filter(bundle -> offers.apply(bundle).findAny().isPresent())
                .findFirst()
                .map(bundle ->
                        version(requirement, offers.apply(bundle).findFirst().orElseThrow(), title(bundle)));
        return own.or(() -> others.stream()
                .findFirst()
                .map(other -> version(
                        requirement, offers.apply(other.bundle()).findFirst().orElseThrow(), other.title())));
    }

    private static String version(Requirement requirement, Capability offer, String who) {
        return switch (requirement.need()) {
            case PACKAGE ->
                requirement.isPartOnly(offer)
                        ? who + " has a part of it, which cannot be imported; require the bundle (Require-Bundle)"
                        : who + " has it in version " + offer.version();
            case BUNDLE, HOST -> "here it is version " + offer.version();
            default -> who + " has it with other properties";
        };
    }

    private static String title(BundleDescription bundle) {
        return bundle.name().startsWith(OWN)
                ? "this PortIO (" + bundle.version().major() + "."
                        + bundle.version().minor() + ")"
                : bundle.name() + " of PortIO";
    }

    private static Kind wrongVersion(Requirement requirement) {
        if (requirement.name().startsWith(OWN)) {
            return Kind.PORTIO_VERSION;
        }
        return switch (requirement.need()) {
            case PACKAGE -> Kind.PACKAGE_VERSION;
            case BUNDLE, HOST -> Kind.BUNDLE_VERSION;
            default -> Kind.CAPABILITY_MISSING;
        };
    }

    private static Kind missing(Need need) {
        return switch (need) {
            case PACKAGE -> Kind.PACKAGE_MISSING;
            case BUNDLE -> Kind.BUNDLE_MISSING;
            case HOST -> Kind.HOST_MISSING;
            default -> Kind.CAPABILITY_MISSING;
        };
    }

    /** Guesses from the name: by custom, that of a bundle begins those of its packages. */
    private String nobodyHas(String name) {
        return product.stream()
                .map(BundleDescription::name)
                .filter(bundle -> (name + ".").startsWith(bundle + "."))
                .max(Comparator.comparing(String::length))
                .map(bundle -> bundle + " keeps to itself, or does not have")
                .orElse("neither PortIO nor an extension has; install the extension that has it");
    }
}
