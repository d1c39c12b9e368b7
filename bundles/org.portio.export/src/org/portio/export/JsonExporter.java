// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.core.SocketDetails;
import org.portio.core.Unseen;
import org.portio.core.system.Printable;

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
    public void write(Snapshot snapshot, Function<Connection, Optional<SocketDetails>> details, Writer out)
            throws IOException {
        writeWith(connection -> JsonLines.connection(connection, details.apply(connection)), snapshot, out);
    }

    /** The list is written piece by piece: it can be long, and a tool that compares files wants its lines. */
    private static void writeWith(Function<Connection, String> line, Snapshot snapshot, Writer out) throws IOException {
        String head = Printable.inJson(head(snapshot).toString());
        out.write(head, 0, head.length() - 1);
        out.write(",\"connections\":[");
        String separator = "\n";
        for (Connection connection : snapshot.connections()) {
            out.write(separator);
            out.write(line.apply(connection));
            separator = ",\n";
        }
        out.write("\n]}\n");
    }

    private static JsonObject head(Snapshot snapshot) {
        JsonObject json = Json.versioned();
        json.addProperty("time", snapshot.time().toString());
        json.addProperty("source", snapshot.source());
        json.addProperty("hiddenOwners", snapshot.hiddenOwners());
        json.add(
                "unseen",
                Json.array(snapshot.limits().stream().map(JsonExporter::unseen).toList()));
        return json;
    }

    private static JsonObject unseen(Unseen unseen) {
        JsonObject json = new JsonObject();
        json.addProperty("what", unseen.what());
        json.add("count", Json.value(unseen.count() < 0 ? null : unseen.count()));
        json.addProperty("why", unseen.why());
        return json;
    }
}
