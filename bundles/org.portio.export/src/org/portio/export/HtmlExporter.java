// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.core.field.ConnectionField;

/**
 * A page that stands alone: a table that its reader sorts and filters, light or dark as their browser is. It asks for nothing from
 * elsewhere, and can be read without its script.
 */
@Component(service = SnapshotExporter.class)
public final class HtmlExporter implements SnapshotExporter {

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public String description() {
        return "Web page";
    }

    @Override
    public void write(Snapshot snapshot, Writer out) throws IOException {
        ReportTable table = ReportTable.of(snapshot, ZoneId.systemDefault());
        PageParts parts = PageParts.ofBundle();
        out.write(head(table, parts));
        writeTable(table, snapshot.connections(), out);
        out.write("<script>" + parts.script() + "</script>\n</body>\n</html>\n");
    }

    private static String head(ReportTable table, PageParts parts) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="%s">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <h1>%s</h1>
                <p>%s.</p>
                <p id="tools" hidden>
                <input id="filter" type="search" size="40" placeholder="Filter: words, !word" aria-label="Filter">
                <label><input id="more" type="checkbox"> All columns</label>
                <output id="count"></output>
                </p>
                """.formatted(
                        parts.policy(),
                        escaped(table.title()),
                        parts.style(),
                        escaped(table.title()),
                        escaped(String.join(". ", table.summary())));
    }

    private static void writeTable(ReportTable table, List<Connection> rows, Writer out) throws IOException {
        out.write("<table>\n<thead>\n<tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            out.write("<th scope=\"col\"" + style(table, i) + ">"
                    + escaped(table.columns().get(i).title()) + "</th>");
        }
        out.write("</tr>\n</thead>\n<tbody>\n");
        for (Connection row : rows) {
            writeRow(table, row, out);
        }
        out.write("</tbody>\n</table>\n");
    }

    private static void writeRow(ReportTable table, Connection row, Writer out) throws IOException {
        out.write("<tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            String text = ReportValue.text(table.columns().get(i), row);
            out.write("<td" + style(table, i) + ">" + escaped(text) + "</td>");
        }
        out.write("</tr>\n");
    }

    private static String style(ReportTable table, int column) {
        ConnectionField<?> field = table.columns().get(column);
        boolean isNumber = Number.class.isAssignableFrom(field.type());
        boolean isMain = column < table.mainColumns();
        String names = (isNumber ? "number" : "") + (isNumber && !isMain ? " " : "") + (isMain ? "" : "more");
        return names.isEmpty() ? "" : " class=\"" + names + "\"";
    }

    /** Returns the text as it may stand in an element. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
