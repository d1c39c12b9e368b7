// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** Reads text that is shown to people again. */
public final class TextConverter {

    private TextConverter() {}

    /** Returns a text that fits into a table. */
    public static String line(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new TypeConversionException("give a text of one line, without control characters");
        }
        return text;
    }

    /** Returns a name of something: a text that fits into a table and is not empty. */
    public static String name(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("give a name; it must not be empty");
        }
        return line(text);
    }

    /** Returns the path of a file. */
    public static Path path(String text) {
        try {
            return Path.of(name(text));
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' is not a path: " + e.getReason());
        }
    }
}
