// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.system.Printable;

/**
 * One line for each connection, by RFC 4180, with the fields of the JSON; what is not known stays empty. A file is for
 * spreadsheets: texts in it are printable, and one that a spreadsheet would take for a formula has an apostrophe before it. For
 * programs there is the exact form. It does not say how many sockets were not chosen: RFC 4180 has no comments, so that a line
 * about it would be a socket to most readers.
 */
@Component(service = SnapshotExporter.class)
public final class CsvExporter implements SnapshotExporter {

    /** The characters that a text must not begin with. */
    private static final String FORMULAS = "=+-@'";

    private final UnaryOperator<String> form;
    private final List<ConnectionField<?>> fields;

    @Activate
    public CsvExporter() {
        this(CsvExporter::safe, ConnectionFields.ALL);
    }

    private CsvExporter(UnaryOperator<String> form, List<ConnectionField<?>> fields) {
        this.form = form;
        this.fields = fields;
    }

    /** Returns one that writes each text as it is. */
    public static CsvExporter exact() {
        return exact(ConnectionFields.ALL);
    }

    /** Returns one that writes each text as it is, of these fields alone. */
    public static CsvExporter exact(List<ConnectionField<?>> fields) {
        return new CsvExporter(text -> text, fields);
    }

    private static String safe(String text) {
        boolean formula = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
        return (formula ? "'" : "") + Printable.of(text);
    }

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String description() {
        return "Comma-separated values";
    }

    @Override
    public void write(Snapshot snapshot, Writer out) throws IOException {
        writeHeader(out);
        writeRows(snapshot, out);
    }

    /** Writes only the line with the names of the fields. */
    public void writeHeader(Writer out) throws IOException {
        out.write(line(ConnectionField::id));
    }

    /** Writes only the connections. */
    public void writeRows(Snapshot snapshot, Writer out) throws IOException {
        for (Connection connection : snapshot.connections()) {
            out.write(line(field -> PlainValue.of(field, connection)));
        }
    }

    private String line(Function<ConnectionField<?>, Object> value) {
        return fields.stream()
                .map(field -> quoted(text(value.apply(field))))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Returns the values of a connection, exactly, as the cells of a line. */
    public static List<String> cells(Connection connection) {
        CsvExporter exact = exact();
        return ConnectionFields.ALL.stream()
                .map(field -> quoted(exact.text(PlainValue.of(field, connection))))
                .toList();
    }

    private String text(Object value) {
        return value instanceof String text ? form.apply(text) : PlainValue.text(value);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
