// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

/**
 * Text of strangers, such as the name of a process, as it may be shown: without characters that rule a terminal, forge
 * lines, turn the direction of a line around, or cannot be seen at all.
 */
public final class Printable {

    private static final char INSTEAD = '?';

    private Printable() {}

    /** Returns the text with a question mark for each character that must not be shown; it stays on one line. */
    public static String of(String text) {
        if (isHarmless(text)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> printable.appendCodePoint(isHarmful(point) ? INSTEAD : point));
        return printable.toString();
    }

    /** Returns a text of JSON, of one or more lines, that says the same with such characters written as escapes. */
    public static String inJson(String json) {
        if (isHarmless(json)) {
            return json;
        }
        StringBuilder printable = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(point -> {
            // Below the blank, JSON has nothing but the ends of its own lines.
            if (point >= ' ' && isHarmful(point)) {
                for (char unit : Character.toChars(point)) {
                    printable.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                printable.appendCodePoint(point);
            }
        });
        return printable.toString();
    }

    /** Most texts are plain ASCII, and there may be many thousands. */
    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHarmful(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isInvisible(point);
        };
    }

    /** Characters that take no room or look like a blank, though they are letters or marks: Unicode's default ignorable. */
    private static boolean isInvisible(int point) {
        return point == 0x034f
                || point == 0x115f
                || point == 0x1160
                || point == 0x17b4
                || point == 0x17b5
                || point >= 0x180b && point <= 0x180f
                || point == 0x3164
                || point >= 0xfe00 && point <= 0xfe0f
                || point == 0xffa0
                || point >= 0xe0000 && point <= 0xe0fff;
    }
}
