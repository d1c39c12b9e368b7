// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.core.field.ConnectionField;

/** A heading, a sentence and a table of the main columns in GitHub Flavored Markdown, such as for a comment on an issue. */
@Component(service = SnapshotExporter.class)
public final class MarkdownExporter implements SnapshotExporter {

    /** The characters that begin something in Markdown or HTML; a backslash takes that from any of them. */
    private static final String SPECIAL = "\\`*_{}[]<>|~#&!$@";

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public String description() {
        return "Markdown table";
    }

    @Override
    public void write(Snapshot snapshot, Writer out) throws IOException {
        ReportTable table = ReportTable.of(snapshot, ZoneId.systemDefault());
        List<ConnectionField<?>> columns = table.columns().subList(0, table.mainColumns());
        out.write("# " + escaped(table.title()) + "\n\n" + escaped(String.join(". ", table.summary())) + ".\n");
        if (columns.isEmpty()) {
            return;
        }
        out.write("\n" + line(columns, ConnectionField::title) + line(columns, MarkdownExporter::rule));
        for (Connection connection : snapshot.connections()) {
            out.write(line(columns, field -> escaped(ReportValue.text(field, connection))));
        }
    }

    private static String line(List<ConnectionField<?>> columns, Function<ConnectionField<?>, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String rule(ConnectionField<?> field) {
        return Number.class.isAssignableFrom(field.type()) ? "---:" : "---";
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (char sign : text.toCharArray()) {
            if (SPECIAL.indexOf(sign) >= 0) {
                escaped.append('\\');
            }
            escaped.append(sign);
        }
        return escaped.toString();
    }
}
