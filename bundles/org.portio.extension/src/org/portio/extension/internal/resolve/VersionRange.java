// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions between two others.
 *
 * @param most null if there is no upper limit
 */
public record VersionRange(Version least, boolean leastIncluded, Version most, boolean mostIncluded) {

    public static final VersionRange ANY = new VersionRange(Version.ZERO, true, null, false);

    private static final Pattern INTERVAL = Pattern.compile("([\\[(])([^,]+),([^,]+)([\\])])");

    /**
     * Reads an interval such as {@code [1.0,2.0)}, or one version, which means that or a later one.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static VersionRange parse(String text) {
        Matcher interval = INTERVAL.matcher(text.strip());
        if (!interval.matches()) {
            return new VersionRange(Version.parse(text), true, null, false);
        }
        return new VersionRange(
                Version.parse(interval.group(2)),
                "[".equals(interval.group(1)),
                Version.parse(interval.group(3)),
                "]".equals(interval.group(4)));
    }

    public boolean includes(Version version) {
        int above = version.compareTo(least);
        if (above < 0 || above == 0 && !leastIncluded) {
            return false;
        }
        int below = most == null ? -1 : version.compareTo(most);
        return below < 0 || below == 0 && mostIncluded;
    }

    public boolean isAny() {
        return equals(ANY);
    }

    /** Returns text such as {@code 1.0.0 or later} or {@code [1.0.0,2.0.0)}. */
    @Override
    public String toString() {
        return most == null
                ? least + " or later"
                : (leastIncluded ? "[" : "(") + least + "," + most + (mostIncluded ? "]" : ")");
    }
}
