// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import org.portio.core.Connection;
import org.portio.export.Difference.Kind;
import org.portio.json.JsonArray;
import org.portio.json.JsonDocument;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/** A comparison of two snapshots as JSON, which {@code connections.schema.json} describes. */
public final class ComparisonJson {

    private ComparisonJson() {}

    /** Returns a document in which each difference has a line of its own, without the end of its last line. */
    public static String text(Comparison comparison) {
        JsonObject head =
                ConnectionJson.versioned().put("since", comparison.before()).put("time", comparison.after());
        return JsonDocument.of(head)
                .with("differences", comparison.differences().stream().map(ComparisonJson::difference))
                .text();
    }

    private static JsonObject difference(Difference difference) {
        JsonObject json = new JsonObject();
        json.put("kind", difference.kind().label());
        json.put(
                "kinds",
                JsonArray.of(difference.kinds().stream().map(Kind::label).toList()));
        json.put("before", connection(difference.before()));
        json.put("after", connection(difference.after()));
        return json;
    }

    private static JsonValue connection(Connection connection) {
        return connection == null ? JsonNull.INSTANCE : ConnectionJson.of(connection);
    }
}
