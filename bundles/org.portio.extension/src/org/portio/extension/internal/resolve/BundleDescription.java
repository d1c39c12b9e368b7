// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portio.extension.internal.resolve.Requirement.Need;

/**
 * A bundle as its manifest describes it.
 *
 * @param name its symbolic name
 * @param host the bundle that a fragment belongs to; empty for a bundle of its own
 */
public record BundleDescription(
        String name, Version version, String host, List<Capability> provides, List<Requirement> requires) {

    private static final String FILTER = "filter";
    /** The form that the specification of OSGi gives a symbolic name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final int LONGEST_NAME = 200;
    private static final int SHOWN = 60;

    /**
     * Reads the headers of a manifest.
     *
     * @throws IllegalArgumentException if one of them is not valid; the message says which
     */
    public static BundleDescription of(Map<String, String> headers) {
        String name = symbolicName(headers);
        String version = headers.get("Bundle-Version");
        Version own = version == null ? Version.ZERO : Version.parse(version);
        List<Clause> hosts = Clause.parse(headers.get("Fragment-Host"));
        String host = hosts.isEmpty() ? "" : hosts.getFirst().names().getFirst();
        List<Requirement> requires = new ArrayList<>(requirements(headers));
        hosts.forEach(clause -> requires.addFirst(Requirement.of(Need.HOST, host, clause.range("bundle-version"))));
        List<Capability> provides = new ArrayList<>(capabilities(headers));
        if (host.isEmpty()) {
            provides.add(Capability.ofBundle(name, own));
        }
        return new BundleDescription(name, own, host, List.copyOf(provides), List.copyOf(requires));
    }

    /** Reads the name, which becomes that of a file: it must not lead anywhere else. */
    private static String symbolicName(Map<String, String> headers) {
        List<Clause> clauses = Clause.parse(headers.get("Bundle-SymbolicName"));
        if (clauses.isEmpty() || clauses.getFirst().names().isEmpty()) {
            throw new IllegalArgumentException("it has no Bundle-SymbolicName");
        }
        String name = clauses.getFirst().names().getFirst();
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
            throw new IllegalArgumentException("its Bundle-SymbolicName '" + shown
                    + "' is not valid; use letters, digits, '_' and '-' in parts separated by dots, at most "
                    + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static List<Capability> capabilities(Map<String, String> headers) {
        List<Capability> provides = new ArrayList<>();
        for (Clause clause : Clause.parse(headers.get("Export-Package"))) {
            clause.names().forEach(name -> provides.add(Capability.ofPackage(name, clause)));
        }
        for (Clause clause : Clause.parse(headers.get("Provide-Capability"))) {
            clause.names().forEach(name -> provides.add(Capability.of(clause, name)));
        }
        return provides;
    }

    private static List<Requirement> requirements(Map<String, String> headers) {
        List<Requirement> requires = new ArrayList<>(java(headers));
        for (Clause clause : Clause.parse(headers.get("Require-Capability"))) {
            // Others are not looked at before a bundle is used.
            boolean now = "resolve".equals(clause.directives().getOrDefault("effective", "resolve"));
            String filter = clause.directives().get(FILTER);
            if (now && !clause.isOptional() && filter != null) {
                clause.names().forEach(name -> requires.add(Requirement.of(name, Filter.parse(filter))));
            }
        }
        for (Clause clause : Clause.parse(headers.get("Import-Package"))) {
            if (!clause.isOptional()) {
                clause.names().forEach(name -> requires.add(Requirement.ofPackage(name, clause)));
            }
        }
        for (Clause clause : Clause.parse(headers.get("Require-Bundle"))) {
            if (!clause.isOptional()) {
                clause.names()
                        .forEach(name ->
                                requires.add(Requirement.of(Need.BUNDLE, name, clause.range("bundle-version"))));
            }
        }
        Set<String> own = exported(headers);
        requires.removeIf(requirement -> requirement.need() == Need.PACKAGE
                && (requirement.name().startsWith("java.") || own.contains(requirement.name())));
        return requires;
    }

    /** Reads the older header for the Java that a bundle needs, unless there is the newer one. */
    private static List<Requirement> java(Map<String, String> headers) {
        String environment = headers.get("Bundle-RequiredExecutionEnvironment");
        String capability = headers.get("Require-Capability");
        if (environment == null || capability != null && capability.contains(Capability.JAVA)) {
            return List.of();
        }
        // One of several would do: the last is the newest by custom; the first that PortIO's Java has counts.
        StringBuilder any = new StringBuilder("(|");
        for (Clause clause : Clause.parse(environment)) {
            String text = clause.names().getFirst();
            int dash = text.indexOf('-');
            String name = dash < 0 ? text : text.substring(0, dash).replace("J2SE", "JavaSE");
            any.append("(&(osgi.ee=")
                    .append(name)
                    .append(")(version=")
                    .append(text.substring(dash + 1))
                    .append("))");
        }
        return List.of(
                Requirement.of(Capability.JAVA, Filter.parse(any.append(')').toString())));
    }

    private static Set<String> exported(Map<String, String> headers) {
        return Clause.parse(headers.get("Export-Package")).stream()
                .flatMap(clause -> clause.names().stream())
                .collect(Collectors.toSet());
    }

    /** Returns one that stands for a jar which is not a bundle. */
    public static BundleDescription nameless(String file) {
        return new BundleDescription(file, Version.ZERO, "", List.of(), List.of());
    }

    /** Returns what the Java that runs this offers. */
    static List<Capability> ofJava() {
        List<Capability> provides = new ArrayList<>();
        ModuleLayer.boot()
                .modules()
                .forEach(module -> module.getDescriptor().exports().stream()
                        .filter(export -> !export.isQualified())
                        .forEach(export -> provides.add(Capability.ofPackage(export.source(), Version.ZERO))));
        List<Version> versions = new ArrayList<>();
        for (int minor = 1; minor <= 8; minor++) {
            versions.add(new Version(1, minor, 0, ""));
        }
        for (int major = 9; major <= Runtime.version().feature(); major++) {
            versions.add(new Version(major, 0, 0, ""));
        }
        for (String name : List.of("JavaSE", "JavaSE/compact1", "JavaSE/compact2", "JavaSE/compact3")) {
            provides.add(Capability.of(Capability.JAVA, new HashMap<>(Map.of("osgi.ee", name, "version", versions))));
        }
        return provides;
    }
}
