// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Ports from the first to the last, both included. */
record PortRange(int first, int last) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final int MAX_PORT = 65535;

    boolean contains(int port) {
        return first <= port && port <= last;
    }

    /** From {@code 8080} or {@code 9000-9010}. */
    static PortRange parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            if (1 <= first && first <= last && last <= MAX_PORT) {
                return new PortRange(first, last);
            }
        }
        throw new TypeConversionException("'" + text + "' is not a port: ports go from 1 to " + MAX_PORT);
    }

    /** A single port. */
    static int parseOne(String text) {
        PortRange range = parse(text);
        if (range.first != range.last) {
            throw new TypeConversionException("'" + text + "' is more than one port");
        }
        return range.first;
    }
}
