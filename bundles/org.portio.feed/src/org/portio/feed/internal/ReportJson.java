// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.util.List;
import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedReport;
import org.portio.feed.FeedStatus;
import org.portio.feed.FeedSubscriber;
import org.portio.feed.PublishedEvent;
import org.portio.json.JsonArray;
import org.portio.json.JsonException;
import org.portio.json.JsonFields;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;

/** A report as JSON, on its way from the keeper to those who asked. */
public final class ReportJson {

    private ReportJson() {}

    public static JsonObject write(FeedReport report) {
        return new JsonObject()
                .put("on", report.isOn())
                .put("status", report.status() == null ? JsonNull.INSTANCE : write(report.status()))
                .put("key", report.key())
                .put("failure", report.failure())
                .put("clients", JsonArray.of(report.subscribers(), ReportJson::write))
                .put("tail", JsonArray.of(report.events(), ReportJson::write));
    }

    public static FeedReport read(JsonFields fields) {
        return new FeedReport(
                fields.truth("on"),
                fields.isNull("status") ? null : status(fields.object("status")),
                fields.text("key"),
                fields.text("failure"),
                fields.objects("clients", ReportJson::subscriber),
                List.copyOf(fields.objects("tail", ReportJson::event)));
    }

    private static JsonObject write(FeedStatus status) {
        return new JsonObject()
                .put("events", status.events().toString())
                .put("snapshots", status.snapshots().toString())
                .put("plain", status.plain())
                .put("run", status.run())
                .put("since", status.since())
                .put("seq", status.sequence())
                .put("subscribers", status.subscribers())
                .put("sent", status.sent())
                .put("permille", Math.round(status.rate() * 1000))
                .put("overruns", status.overruns());
    }

    private static FeedStatus status(JsonFields fields) {
        return new FeedStatus(
                address(fields.text("events")),
                address(fields.text("snapshots")),
                fields.truth("plain"),
                fields.text("run"),
                fields.time("since"),
                fields.number("seq"),
                fields.number("subscribers", 0, Integer.MAX_VALUE),
                fields.number("sent"),
                fields.number("permille") / 1000.0,
                fields.number("overruns"));
    }

    private static FeedAddress address(String text) {
        try {
            return FeedAddress.parse(text);
        } catch (FeedException e) {
            throw new JsonException(e.getMessage(), e);
        }
    }

    private static JsonObject write(FeedSubscriber subscriber) {
        return new JsonObject()
                .put("address", subscriber.address())
                .put("names", JsonArray.of(subscriber.names()))
                .put("process", subscriber.process());
    }

    private static FeedSubscriber subscriber(JsonFields fields) {
        return new FeedSubscriber(fields.text("address"), fields.texts("names"), fields.text("process"));
    }

    private static JsonObject write(PublishedEvent event) {
        return new JsonObject()
                .put("number", event.number())
                .put("time", event.time())
                .put("topic", event.topic())
                .put("text", event.text())
                .put("json", event.json());
    }

    private static PublishedEvent event(JsonFields fields) {
        return new PublishedEvent(
                fields.number("number"),
                fields.time("time"),
                fields.text("topic"),
                fields.text("text"),
                fields.text("json"));
    }
}
