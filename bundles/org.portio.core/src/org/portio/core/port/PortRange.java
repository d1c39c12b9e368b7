// SPDX-License-Identifier: EPL-2.0
package org.portio.core.port;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports from the first to the last, both included.
 *
 * @param first 1 to 65535
 * @param last not below the first
 */
public record PortRange(int first, int last) {

    private static final int MAX_PORT = 65535;

    public PortRange {
        if (first < 1 || first > last || last > MAX_PORT) {
            throw new IllegalArgumentException(
                    "'" + first + "-" + last + "' is not a valid port range;" + " ports are 1 to 65535");
        }
    }

    /** Returns the range of one port. */
    public static PortRange of(int port) {
        return new PortRange(port, port);
    }

    /**
     * Creates one from {@code 8080} or {@code 9000-9010}.
     *
     * @throws IllegalArgumentException when it is neither; the message is for the user
     */
    public static PortRange parse(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?").matcher(text);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (1 <= first && first <= last && last <= MAX_PORT) {
                return new PortRange(first, last);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not a valid port; ports are 1 to " + MAX_PORT);
    }

    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    /** Returns whether some port is in both. */
    public boolean overlaps(PortRange other) {
        return first <= other.last && other.first <= last;
    }

    public boolean isSingle() {
        return first == last;
    }

    /** Returns text such as {@code 8080} or {@code 9000-9010}. */
    @Override
    public String toString() {
        return isSingle() ? String.valueOf(first) : first + "-" + last;
    }
}
