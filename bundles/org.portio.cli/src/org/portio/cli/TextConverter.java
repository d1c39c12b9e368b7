// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import picocli.CommandLine.TypeConversionException;

/** Reads text that is shown to people again. */
final class TextConverter {

    private TextConverter() {}

    /** A text that fits into a table. */
    static String line(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new TypeConversionException("a text of one line is needed");
        }
        return text;
    }
}
