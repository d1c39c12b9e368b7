// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of a page that begins on a line of its own.
 *
 * @param level of a heading, from 1; how deep an item or a cell is indented, from 0
 * @param topics what a heading is the help on; empty for all else
 * @param anchor by which the page itself names this place for links; empty if it does not
 */
record Block(Kind kind, int level, List<Span> spans, Set<String> topics, String anchor) {

    /** The kind of a part; a row of a table is a {@link #TERM}, its first cell, and {@link #CELL}s. */
    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        TERM,
        CELL,
        CODE
    }

    Block(Kind kind, int level, List<Span> spans) {
        this(kind, level, spans, Set.of(), "");
    }

    String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
