// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version as OSGi has it: three numbers and a text. */
public record Version(int major, int minor, int micro, String qualifier) implements Comparable<Version> {

    public static final Version ZERO = new Version(0, 0, 0, "");

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.([\\w-]+))?)?)?");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::micro)
            .thenComparing(Version::qualifier);
    private static final int QUALIFIER = 4;

    /**
     * Reads text such as {@code 1.2.3.v2026}; parts at the end may be left out.
     *
     * @throws IllegalArgumentException if it is not a version
     */
    public static Version parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a version");
        }
        String qualifier = matcher.group(QUALIFIER);
        return new Version(
                number(matcher.group(1)),
                number(matcher.group(2)),
                number(matcher.group(3)),
                qualifier == null ? "" : qualifier);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    /** Returns text such as {@code 1.2.3}, with the qualifier if there is one. */
    @Override
    public String toString() {
        return major + "." + minor + "." + micro + (qualifier.isEmpty() ? "" : "." + qualifier);
    }
}
