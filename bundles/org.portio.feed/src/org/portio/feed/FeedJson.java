// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.time.Instant;
import org.portio.json.JsonArray;
import org.portio.json.JsonDocument;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;

/** The state of the feed as JSON, which {@code feed.schema.json} describes. */
public final class FeedJson {

    /** The schema, which changes when a program that reads it would have to. */
    private static final int SCHEMA = 1;

    private FeedJson() {}

    /** Returns one document, without the end of its last line. */
    public static String document(FeedReport report, Instant time) {
        JsonObject head = JsonDocument.versioned(SCHEMA)
                .put("time", time)
                .put("on", report.isOn())
                .put("failure", report.failure().isEmpty() ? null : report.failure())
                .put("feed", report.isRunning() ? feed(report.status(), report.key()) : JsonNull.INSTANCE);
        return JsonDocument.of(head)
                .with("subscribers", report.subscribers().stream().map(FeedJson::subscriber))
                .text();
    }

    private static JsonObject feed(FeedStatus status, String key) {
        return new JsonObject()
                .put("events", status.events().toString())
                .put("snapshots", status.snapshots().toString())
                .put("plain", status.plain())
                .put("key", key.isEmpty() ? null : key)
                .put("run", status.run())
                .put("since", status.since())
                .put("seq", status.sequence())
                .put("published", status.sent())
                .put("perMinute", Math.round(status.rate() * 60))
                .put("overruns", status.overruns());
    }

    private static JsonObject subscriber(FeedSubscriber one) {
        return new JsonObject()
                .put("names", JsonArray.of(one.names()))
                .put("address", one.address())
                .put("process", one.process().isEmpty() ? null : one.process());
    }
}
