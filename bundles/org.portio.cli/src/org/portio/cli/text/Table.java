// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in columns.
 *
 * @param header whether the titles are printed
 * @param colours whether they are painted
 */
public record Table(List<String> titles, boolean header, boolean colours) {

    public void print(List<List<String>> rows, Output output) {
        List<List<String>> lines = new ArrayList<>();
        if (header) {
            lines.add(titles);
        }
        lines.addAll(rows);
        Columns columns = Columns.of(lines);
        for (List<String> cells : lines) {
            String line = columns.line(cells).stripTrailing();
            output.painted(colours && cells == titles ? "\u001b[1m" + line + "\u001b[0m" : line);
        }
    }
}
