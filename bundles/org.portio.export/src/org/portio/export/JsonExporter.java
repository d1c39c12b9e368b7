// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;
import org.portio.core.field.ConnectionField;
import org.portio.core.system.Printable;
import org.portio.json.JsonArray;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/** One JSON document, which {@code connections.schema.json} describes; each connection has a line of its own. */
@Component(service = SnapshotExporter.class)
public final class JsonExporter implements SnapshotExporter {

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String description() {
        return "JSON document";
    }

    @Override
    public void write(Snapshot snapshot, Writer out) throws IOException {
        writeWith(JsonLines::connection, snapshot, out);
    }

    /** Writes the snapshot with what was asked for of each connection besides. */
    public void write(Snapshot snapshot, Function<Connection, ConnectionDetails> details, Writer out)
            throws IOException {
        writeWith(connection -> JsonLines.connection(connection, details.apply(connection)), snapshot, out);
    }

    /** Writes the snapshot with these fields of each connection alone. */
    public void write(Snapshot snapshot, List<ConnectionField<?>> fields, Writer out) throws IOException {
        writeWith(connection -> JsonLines.connection(connection, fields), snapshot, out);
    }

    private static void writeWith(Function<Connection, String> line, Snapshot snapshot, Writer out) throws IOException {
        JsonDocument.begin(Printable.inJson(head(snapshot).toString()), out)
                .list("connections", snapshot.connections().stream().map(line).iterator())
                .end();
        out.write('\n');
    }

    private static JsonObject head(Snapshot snapshot) {
        JsonObject json = ConnectionJson.versioned();
        json.put("time", snapshot.time().toString());
        json.put("source", snapshot.source());
        json.put("total", snapshot.total());
        json.put("hiddenOwners", snapshot.hiddenOwners());
        json.put("unseen", JsonArray.of(snapshot.limits(), JsonExporter::unseen));
        return json;
    }

    private static JsonObject unseen(Unseen unseen) {
        JsonObject json = new JsonObject();
        json.put("what", unseen.what());
        json.put("count", JsonValue.of(unseen.count() < 0 ? null : unseen.count()));
        json.put("why", unseen.why());
        return json;
    }
}
