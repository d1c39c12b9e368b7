// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of a process. */
public final class PidConverter {

    /** Windows gives out the largest ones, of 32 bits. */
    private static final Pattern PID = Pattern.compile("0*+[1-9]\\d{0,9}");

    private PidConverter() {}

    public static long pid(String text) {
        if (!PID.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is not a valid PID; PIDs are whole numbers from 1");
        }
        return Long.parseLong(text);
    }
}
