// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.time.Instant;
import java.util.Locale;
import org.portio.core.Protocol;
import org.portio.json.JsonDocument;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.testrun.Change;
import org.portio.testrun.Holding;
import org.portio.testrun.Leak;
import org.portio.testrun.Opened;
import org.portio.testrun.RunReport;
import org.portio.testrun.TestRun;

/** A report as JSON, which {@code testrun.schema.json} describes; the file of a run and what other programs get are the same. */
public final class RunJson {

    /** The schema, which changes when a program that reads it would have to. */
    private static final int SCHEMA = 1;

    private RunJson() {}

    /** Returns one document, without the end of its last line. */
    public static String text(RunReport report) {
        JsonObject head = JsonDocument.versioned(SCHEMA)
                .put("run", json(report.run()))
                .put("ended", report.ended())
                .put("end", report.end().label())
                .put("exitCode", report.exitCode())
                .put("record", report.record().label())
                .put("recordDetail", report.recordDetail());
        return JsonDocument.of(head)
                .with("opened", report.opened().stream().map(RunJson::json))
                .with("leaks", report.leaks().stream().map(RunJson::json))
                .with("changes", report.changes().stream().map(RunJson::json))
                .text();
    }

    private static JsonObject json(TestRun run) {
        return new JsonObject()
                .put("id", run.id())
                .put("kind", run.kind().label())
                .put("command", run.command())
                .put("parent", nullIfEmpty(run.parent()))
                .put("pid", run.pid() == 0 ? null : run.pid())
                .put("boot", run.boot())
                .put("started", run.started())
                .put("until", run.until())
                .put("endLeaks", run.endLeaks());
    }

    private static JsonObject json(Opened opened) {
        return new JsonObject()
                .put("time", opened.time())
                .put("call", opened.kind().label())
                .put("pid", opened.pid())
                .put("process", opened.process())
                .put(
                        "protocol",
                        opened.protocol() == null ? null : opened.protocol().label())
                .put("address", nullIfEmpty(opened.address()))
                .put("port", opened.port() == 0 ? null : opened.port())
                .put("error", opened.error() < 0 ? null : opened.error());
    }

    private static JsonObject json(Leak leak) {
        return new JsonObject()
                .put("pid", leak.pid())
                .put("process", leak.process())
                .put("commandLine", leak.commandLine())
                .put("protocol", leak.protocol().label())
                .put("local", leak.local())
                .put("remote", nullIfEmpty(leak.remote()))
                .put("state", leak.state())
                .put("since", leak.since())
                .put("ended", leak.ended());
    }

    private static JsonObject json(Change change) {
        return new JsonObject()
                .put("kind", change.holding().kind().label())
                .put("key", change.holding().key())
                .put("text", change.holding().text())
                .put("reverted", change.reverted())
                .put("detail", change.detail());
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Reads what {@link #text} writes; an {@link IllegalArgumentException} means that it is damaged. */
    public static RunReport read(String text) {
        JsonFields fields = JsonFields.parse(text);
        return new RunReport(
                run(fields.object("run")),
                time(fields, "ended"),
                constant(fields, "end", RunReport.End.class),
                fields.isNull("exitCode") ? null : (int) fields.number("exitCode"),
                constant(fields, "record", RunReport.Record.class),
                fields.text("recordDetail"),
                fields.objects("opened", RunJson::opened),
                fields.objects("leaks", RunJson::leak),
                fields.objects("changes", RunJson::change));
    }

    private static TestRun run(JsonFields fields) {
        return new TestRun(
                fields.text("id"),
                constant(fields, "kind", TestRun.Kind.class),
                fields.texts("command"),
                orEmpty(fields, "parent"),
                orZero(fields, "pid"),
                fields.text("boot"),
                fields.time("started"),
                time(fields, "until"),
                fields.truth("endLeaks"));
    }

    private static Opened opened(JsonFields fields) {
        return new Opened(
                fields.time("time"),
                constant(fields, "call", Opened.Kind.class),
                fields.number("pid"),
                fields.text("process"),
                fields.isNull("protocol") ? null : constant(fields, "protocol", Protocol.class),
                orEmpty(fields, "address"),
                (int) orZero(fields, "port"),
                fields.isNull("error") ? -1 : (int) fields.number("error"));
    }

    private static Leak leak(JsonFields fields) {
        return new Leak(
                fields.number("pid"),
                fields.text("process"),
                fields.text("commandLine"),
                constant(fields, "protocol", Protocol.class),
                fields.text("local"),
                orEmpty(fields, "remote"),
                fields.text("state"),
                time(fields, "since"),
                fields.truth("ended"));
    }

    private static Change change(JsonFields fields) {
        Holding holding =
                new Holding(constant(fields, "kind", Holding.Kind.class), fields.text("key"), fields.text("text"));
        return new Change(holding, fields.truth("reverted"), fields.text("detail"));
    }

    private static <E extends Enum<E>> E constant(JsonFields fields, String name, Class<E> type) {
        return Enum.valueOf(type, fields.text(name).toUpperCase(Locale.ROOT));
    }

    private static String orEmpty(JsonFields fields, String name) {
        return fields.isNull(name) ? "" : fields.text(name);
    }

    private static long orZero(JsonFields fields, String name) {
        return fields.isNull(name) ? 0 : fields.number(name);
    }

    private static Instant time(JsonFields fields, String name) {
        return fields.isNull(name) ? null : fields.time(name);
    }
}
