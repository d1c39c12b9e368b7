// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.core.field.CommunityId;
import org.portio.core.system.Printable;
import org.portio.export.ConnectionJson;
import org.portio.json.JsonArray;
import org.portio.json.JsonDocument;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Answer;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Question;
import org.portio.record.Traffic;

/** Answers about the past as JSON, which {@code history.schema.json} describes. Unknown values are null. */
final class HistoryJson {

    private static final int SCHEMA = 1;
    private static final int NANOS_PER_MICRO = 1000;

    private HistoryJson() {}

    /** Returns a document in which each account has a line of its own, without the end of its last line. */
    static String document(Question question, Answer answer, Instant time) {
        JsonObject head = JsonDocument.versioned(SCHEMA)
                .put("time", time)
                .put("from", time(question.from()))
                .put("until", time(question.until()))
                .put("total", answer.total());
        String text = JsonDocument.of(head)
                .with("accounts", answer.accounts().stream().map(HistoryJson::account))
                .with("acts", answer.acts().stream().map(HistoryJson::act))
                .with("coverage", answer.coverage().stream().map(HistoryJson::coverage))
                .text();
        return Printable.inJson(text);
    }

    /** Returns the same as objects that take one line each: accounts, acts, coverage. */
    static Stream<String> lines(Answer answer) {
        return Stream.of(
                        answer.accounts().stream().map(account -> line("account", account(account))),
                        answer.acts().stream().map(act -> line("act", act(act))),
                        answer.coverage().stream().map(coverage -> line("coverage", coverage(coverage))))
                .flatMap(lines -> lines);
    }

    private static String line(String kind, JsonObject object) {
        return Printable.inJson(JsonDocument.versioned(SCHEMA).put(kind, object).toString());
    }

    private static JsonObject account(Account account) {
        return new JsonObject()
                .put("id", account.id())
                .put("role", account.role().label())
                .put("opened", moment(account.opened()))
                .put("closed", moment(account.closed()))
                .put(
                        "states",
                        account.states().stream().sorted().map(TcpState::label).toList())
                .put("traffic", traffic(account.traffic()))
                .put("communityId", known(CommunityId.of(account.connection())))
                .put("owners", JsonArray.of(account.connection().owners(), owner -> owner(owner, account)))
                .put("connection", ConnectionJson.of(account.connection()));
    }

    private static JsonObject owner(ProcessInfo owner, Account account) {
        return new JsonObject()
                .put("pid", owner.pid())
                .put("started", owner.startTime())
                .put("parent", owner.parentPid() == 0 ? null : owner.parentPid())
                .put("name", owner.name())
                .put("commandLine", known(owner.commandLine()))
                .put("executable", known(owner.executable()))
                .put("user", owner.user() == null ? null : owner.user().name())
                .put("directory", account.directories().get(owner.pid()));
    }

    private static String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private static JsonValue moment(Moment moment) {
        if (moment == null) {
            return JsonNull.INSTANCE;
        }
        return new JsonObject()
                .put("earliest", time(moment.earliest()))
                .put("latest", time(moment.latest()))
                .put("evidence", moment.evidence().label());
    }

    private static Instant time(Instant time) {
        return time.equals(Instant.MIN) || time.equals(Instant.MAX) ? null : time;
    }

    private static JsonValue traffic(Traffic traffic) {
        if (traffic == null) {
            return JsonNull.INSTANCE;
        }
        Duration roundTrip = traffic.minimumRoundTrip();
        return new JsonObject()
                .put("bytesSent", traffic.bytesSent())
                .put("bytesReceived", traffic.bytesReceived())
                .put("minimumRoundTripMicros", roundTrip == null ? null : roundTrip.toNanos() / NANOS_PER_MICRO)
                .put("retransmissions", traffic.retransmissions());
    }

    private static JsonObject act(Act act) {
        return new JsonObject()
                .put("time", act.time())
                .put("user", act.user())
                .put("action", act.action())
                .put("what", act.what())
                .put("by", act.by())
                .put("result", act.result())
                .put("port", act.port() == 0 ? null : act.port());
    }

    private static JsonObject coverage(Coverage coverage) {
        return new JsonObject()
                .put("from", coverage.from())
                .put("until", coverage.until())
                .put(
                        "sources",
                        coverage.sources().stream()
                                .sorted()
                                .map(Evidence::label)
                                .toList())
                .put("opened", coverage.opened() < 0 ? null : coverage.opened())
                .put("missed", coverage.opened() < 0 ? null : coverage.missed())
                .put("overruns", coverage.overruns());
    }
}
