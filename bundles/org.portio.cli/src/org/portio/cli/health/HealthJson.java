// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import java.time.Instant;
import java.util.List;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;

/** The results of doctor as JSON, one per line, which {@code doctor.schema.json} describes. */
final class HealthJson {

    private static final int SCHEMA = 1;

    private HealthJson() {}

    /** Returns a document without the end of its last line. */
    static String document(List<HealthReport.Result> results, Instant time) {
        return JsonDocument.of(SCHEMA, time)
                .with("checks", results.stream().map(HealthJson::json))
                .text();
    }

    private static JsonObject json(HealthReport.Result result) {
        return new JsonObject()
                .put("fine", result.fine())
                .put("what", result.what())
                .put("text", result.text())
                .put("remedy", result.remedy().isEmpty() ? null : result.remedy());
    }
}
