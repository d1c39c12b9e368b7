// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

/**
 * Data of strangers as text that may be written to a terminal and into a table: ASCII, all else as escapes. What looks
 * like text of another character set stays in escapes too, as there is no knowing which, and some of its characters turn
 * the direction of a line around.
 */
final class PrintableText {

    /** The number of bytes of the data that are worth showing. */
    static final int SHOWN = 60;

    private PrintableText() {}

    static String of(byte[] data) {
        StringBuilder text = new StringBuilder(data.length + 16);
        for (byte b : data) {
            append(text, b & 0xff);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int value) {
        switch (value) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\\' -> text.append("\\\\");
            default -> {
                if (value >= ' ' && value <= '~') {
                    text.append((char) value);
                } else {
                    text.append(String.format("\\x%02x", value));
                }
            }
        }
    }
}
