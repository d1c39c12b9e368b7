// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portio.app.help.Block.Kind;

/**
 * Makes blocks of the rows of a table, which would not fit side by side into a view: the first cell stands as a term, and the
 * others below it, with the names of their columns if there are several.
 */
final class TableRows {

    private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern RULE = Pattern.compile("[|:\\- ]+");

    private final List<List<String>> rows = new ArrayList<>();

    void add(String line) {
        if (!RULE.matcher(line).matches()) {
            rows.add(Stream.of(BETWEEN.split(line.strip().substring(1)))
                    .map(cell -> cell.strip().replace("\\|", "|"))
                    .toList());
        }
    }

    /** Adds the table that was read, if there is one, and forgets it. */
    void end(List<Block> blocks) {
        if (!rows.isEmpty()) {
            rows.stream().skip(1).forEach(row -> addRow(rows.getFirst(), row, blocks));
            rows.clear();
        }
    }

    private static void addRow(List<String> columns, List<String> row, List<Block> blocks) {
        blocks.add(new Block(Kind.TERM, 0, InlineText.split(row.getFirst())));
        for (int i = 1; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                List<Span> spans = new ArrayList<>();
                if (columns.size() > 2 && i < columns.size()) {
                    spans.add(new Span(columns.get(i) + ": ", false, true, false, ""));
                }
                spans.addAll(InlineText.split(row.get(i)));
                blocks.add(new Block(Kind.CELL, 1, spans));
            }
        }
    }
}
