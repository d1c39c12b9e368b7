// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

/**
 * Compares texts with patterns in which {@code *} stands for any text. The patterns are a stranger's: they do not become
 * regular expressions, and no pattern takes more than one pass over the text.
 */
public final class Wildcards {

    private Wildcards() {}

    /** Returns whether all of a text fits. */
    public static boolean matches(String pattern, String text) {
        int first = pattern.indexOf('*');
        if (first < 0) {
            return pattern.equals(text);
        }
        int last = pattern.lastIndexOf('*');
        String end = pattern.substring(last + 1);
        int limit = text.length() - end.length();
        if (limit < first || !text.startsWith(pattern.substring(0, first)) || !text.endsWith(end)) {
            return false;
        }
        int at = first;
        for (String part : pattern.substring(first, last).split("\\*")) {
            at = text.indexOf(part, at);
            if (at < 0 || at + part.length() > limit) {
                return false;
            }
            at += part.length();
        }
        return true;
    }
}
