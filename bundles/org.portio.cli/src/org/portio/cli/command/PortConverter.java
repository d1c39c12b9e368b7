// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import org.portio.core.port.PortRange;
import picocli.CommandLine.TypeConversionException;

/** Reads ports from arguments. */
public final class PortConverter {

    private PortConverter() {}

    /** Parses {@code 8080} or {@code 9000-9010}. */
    public static PortRange range(String text) {
        try {
            return PortRange.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** Returns a single port. */
    public static int port(String text) {
        PortRange range = range(text);
        if (!range.isSingle()) {
            throw new TypeConversionException("'" + text + "' is a range; give a single port");
        }
        return range.first();
    }
}
