// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;

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

    /** The list is written piece by piece: it can be long, and a tool that compares files wants its lines. */
    @Override
    public void write(Snapshot snapshot, Writer out) throws IOException {
        String head = head(snapshot).toString();
        out.write(head, 0, head.length() - 1);
        out.write(",\"connections\":[");
        String separator = "\n";
        for (Connection connection : snapshot.connections()) {
            out.write(separator);
            out.write(JsonLines.connection(connection));
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
