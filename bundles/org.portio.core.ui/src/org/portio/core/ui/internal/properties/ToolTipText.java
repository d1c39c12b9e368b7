// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.regex.Pattern;

/** The whole of a value that is too long for its cell, as a command line may be. */
final class ToolTipText {

    private static final int LONGEST = 2000;

    /** Up to a hundred characters, to the last blank among them if there is one. */
    private static final Pattern LINE = Pattern.compile(".{1,100}(?:\\s+|$)|.{100}");

    private ToolTipText() {}

    /** Breaks the value into lines that fit on a screen. */
    static String of(String value) {
        String text = value.length() > LONGEST ? value.substring(0, LONGEST) + "\u2026" : value;
        return LINE.matcher(text).replaceAll("$0\n").strip();
    }
}
