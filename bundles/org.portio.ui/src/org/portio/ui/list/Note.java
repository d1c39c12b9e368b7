// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import java.util.List;
import java.util.function.Predicate;

/**
 * What is to be said below the rows of a view.
 *
 * @param line what fits into one line; empty for nothing
 * @param more for its tool tip, with line breaks
 */
public record Note(String line, String more) {

    public static final Note NONE = new Note("", "");

    /** Joins what is said to one line, and what there is to know more to a tool tip; leaves out what is empty. */
    public static Note of(List<String> said, List<String> more) {
        return new Note(joined(" · ", said), joined("\n", more));
    }

    private static String joined(String separator, List<String> parts) {
        return String.join(
                separator, parts.stream().filter(Predicate.not(String::isEmpty)).toList());
    }
}
