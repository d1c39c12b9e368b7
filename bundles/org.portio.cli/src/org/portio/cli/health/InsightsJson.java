// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import java.time.Instant;
import java.util.List;
import org.portio.core.insight.Insight;
import org.portio.export.ConnectionJson;
import org.portio.json.JsonArray;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;

/** Insights as JSON, one per line, which {@code insights.schema.json} describes. */
final class InsightsJson {

    private static final int SCHEMA = 1;

    private InsightsJson() {}

    /** Returns a document without the end of its last line. */
    static String document(List<Insight> insights, Instant time) {
        return JsonDocument.of(SCHEMA, time)
                .with("insights", insights.stream().map(InsightsJson::json))
                .text();
    }

    private static JsonObject json(Insight insight) {
        return new JsonObject()
                .put("rule", insight.rule())
                .put("severity", insight.severity().label())
                .put("what", insight.what())
                .put("evidence", insight.evidence())
                .put("advice", insight.advice().isEmpty() ? null : insight.advice())
                .put("connections", JsonArray.of(insight.connections(), ConnectionJson::of));
    }
}
