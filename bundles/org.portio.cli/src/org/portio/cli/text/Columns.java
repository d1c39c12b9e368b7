// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.portio.core.system.Printable;

/** Columns that are as wide as their widest cell. The text of the cells is made printable here. */
public record Columns(List<Integer> widths) {

    /** Creates one of lines that all have the same number of cells. */
    public static Columns of(List<List<String>> lines) {
        int columns = lines.isEmpty() ? 0 : lines.getFirst().size();
        return new Columns(IntStream.range(0, columns)
                .mapToObj(column -> Rows.stream(lines)
                        .mapToInt(line -> Printable.of(line.get(column)).length())
                        .reduce(0, Math::max))
                .toList());
    }

    public String line(List<String> cells) {
        return line(cells, (_, text) -> text);
    }

    /** Returns a line whose cells are coloured by their place; colours take no room. */
    public String line(List<String> cells, BiFunction<Integer, String, String> painter) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String text = Printable.of(cells.get(i));
            line.append(i > 0 ? "  " : "").append(painter.apply(i, text));
            // Nothing follows the last column: no blanks at the end of a line.
            line.repeat(' ', i < cells.size() - 1 ? widths.get(i) - text.length() : 0);
        }
        return line.toString();
    }
}
