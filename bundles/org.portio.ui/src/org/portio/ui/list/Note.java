// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import java.util.List;
import java.util.function.Predicate;

/**
 * The note below the rows of a view.
 *
 * @param line what fits into one line; empty for nothing
 * @param more for its tool tip, with line breaks
 */
public record Note(String line, String more) {

    public static final Note NONE = new Note("", "");

    /** Joins the texts into one line, and the further ones into a tooltip; leaves out empty ones. */
    public static Note of(List<String> said, List<String> more) {
        return new Note(joined(" · ", said), joined("\n", more));
    }

    private static String joined(String separator, List<String> parts) {
        return String.join(
                separator, parts.stream().filter(Predicate.not(String::isEmpty)).toList());
    }
}
