// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.TIME;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.tcp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.TimeText;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.TcpState;
import org.portio.record.Account;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Role;
import org.portio.testing.FakeSource;

/** The sockets are shown at {@link org.portio.testing.Sockets#TIME}, and recorded in the hour before it. */
class DiffSinceTest {

    private static final Instant BEGIN = TIME.minus(Duration.ofHours(1));
    private static final String HALF_AN_HOUR_AGO = minutesAgo(30).toString();
    private static final Connection JAVA = listener("127.0.0.1", 8080, process(42, "java"));
    private static final Connection WEB = listener("0.0.0.0", 80, process(812, "nginx"));

    private final FakeSource source = new FakeSource();
    private final Cli cli = new Cli(source);

    private long lastId;

    private static Instant minutesAgo(long minutes) {
        return TIME.minus(Duration.ofMinutes(minutes));
    }

    private void watched(Instant from, Instant until) {
        cli.history.coverage(new Coverage(from, until, Set.of(Evidence.SNAPSHOT), -1, -1, 0));
    }

    private void record(Connection socket, Moment opened, Moment closed) {
        Role role = socket.remote() == null ? Role.LISTENING : Role.INCOMING;
        cli.history.account(new Account(++lastId, socket, role, opened, closed, Set.of(), Map.of(), null));
    }

    private static Moment at(Instant time) {
        return Moment.at(time, Evidence.SNAPSHOT);
    }

    private static Moment before(Instant time) {
        return new Moment(Instant.MIN, time, Evidence.SNAPSHOT);
    }

    private static Connection cookie(Connection socket, long number) {
        return socket.with().platformKey(number).build();
    }

    private List<String> difference(String since) {
        Cli.Result result = cli.run("diff", "--since", since);
        assertEquals(result.out().isEmpty() ? 0 : 1, result.code(), result.toString());
        return result.lines();
    }

    @Test
    void tellsWhatWasOpenedClosedMovedAndTakenOver() {
        watched(BEGIN, TIME);
        record(JAVA, before(BEGIN), at(minutesAgo(10)));
        record(cookie(WEB, 1), before(BEGIN), at(minutesAgo(10)));
        record(listener("0.0.0.0", 5432, process(640, "postgres")), before(BEGIN), at(minutesAgo(20)));
        source.show(
                listener("0.0.0.0", 8080, process(77, "java")),
                cookie(listener("0.0.0.0", 80, process(990, "nginx")), 2),
                listener("127.0.0.1", 9229, process(1207, "node")));
        assertEquals(
                List.of(
                        "closed   tcp 0.0.0.0:5432 -> * LISTEN 640/postgres",
                        "opened   tcp 127.0.0.1:9229 -> * LISTEN 1207/node",
                        "exposure tcp 127.0.0.1:8080=>0.0.0.0:8080 -> * LISTEN 42/java=>77/java",
                        "owner    tcp 0.0.0.0:80 -> * LISTEN 812/nginx=>990/nginx"),
                difference(HALF_AN_HOUR_AGO));
    }

    @Test
    void tellsNothingOfWhatIsStillThereOrHasComeAndGone() {
        watched(BEGIN, TIME);
        record(cookie(WEB, 1), before(BEGIN), null);
        record(JAVA, at(minutesAgo(20)), at(minutesAgo(10)));
        source.show(cookie(WEB, 1));
        assertEquals(List.of(), difference(HALF_AN_HOUR_AGO));
    }

    @Test
    void aSocketThatIsStillThereHasTheOwnersOfNow() {
        watched(BEGIN, minutesAgo(5));
        record(cookie(WEB, 1), before(BEGIN), new Moment(minutesAgo(5), Instant.MAX, Evidence.SNAPSHOT));
        source.show(cookie(WEB, 1).with().owners(List.of(), Ownership.KERNEL).build());
        assertEquals(List.of(), difference(HALF_AN_HOUR_AGO));
    }

    @Test
    void whatHappenedAtThatTimeAsFarAsIsKnownIsADifference() {
        watched(BEGIN, TIME);
        record(JAVA, new Moment(minutesAgo(31), minutesAgo(29), Evidence.SNAPSHOT), null);
        record(WEB, before(BEGIN), new Moment(minutesAgo(31), minutesAgo(29), Evidence.SNAPSHOT));
        source.show(JAVA);
        assertEquals(
                List.of(
                        "closed   tcp 0.0.0.0:80 -> * LISTEN 812/nginx",
                        "opened   tcp 127.0.0.1:8080 -> * LISTEN 42/java"),
                difference(HALF_AN_HOUR_AGO));
    }

    @Test
    void aStateThatWasOnlySeenLastIsNoDifference() {
        watched(BEGIN, TIME);
        Connection closing = tcp(
                endpoint("127.0.0.1", 8080), endpoint("127.0.0.1", 50000), TcpState.CLOSE_WAIT, process(42, "java"));
        record(cookie(closing, 1), before(BEGIN), at(minutesAgo(10)));
        source.show(cookie(closing, 2).with().state(TcpState.ESTABLISHED).build());
        assertEquals(List.of(), difference(HALF_AN_HOUR_AGO));
    }

    @Test
    void beginsWithTheFirstMomentThatWasWatched() {
        watched(BEGIN, minutesAgo(50));
        watched(minutesAgo(20), TIME);
        record(JAVA, before(BEGIN), new Moment(minutesAgo(50), minutesAgo(20), Evidence.SNAPSHOT));
        record(WEB, new Moment(minutesAgo(50), minutesAgo(20).plusMillis(3), Evidence.SNAPSHOT), null);
        source.show(WEB);
        Cli.Result result = cli.run("diff", "--since", HALF_AN_HOUR_AGO);
        assertEquals(
                List.of(
                        "portio: not watched at " + TimeText.local(minutesAgo(30)) + "; compares with "
                                + TimeText.local(minutesAgo(20)) + ", when watching began",
                        "portio: no difference between " + TimeText.local(minutesAgo(20)) + " and "
                                + TimeText.local(TIME)),
                result.err().lines().toList());
        assertEquals(0, result.code());
    }

    @Test
    void whoeverIsStillWatchingHasNotToldOfTheLastSecondsYet() {
        watched(BEGIN, TIME.minusSeconds(6));
        record(JAVA, before(BEGIN), null);
        assertEquals(
                List.of("closed   tcp 127.0.0.1:8080 -> * LISTEN 42/java"),
                difference(TIME.minusSeconds(2).toString()));
    }

    @Test
    void failsIfNothingWasWatchedSince() {
        watched(BEGIN, minutesAgo(50));
        Cli.Result result = cli.run("diff", "--since", HALF_AN_HOUR_AGO);
        assertEquals(ExitCode.CONFLICT.code(), result.code());
        assertEquals("", result.out());
        assertEquals(
                "portio: nothing was recorded since " + TimeText.local(minutesAgo(30))
                        + "; record from now on: portio history on",
                result.err().strip());
    }

    @Test
    void takesTheFiltersOfList() {
        watched(BEGIN, TIME);
        record(JAVA, before(BEGIN), at(minutesAgo(10)));
        assertEquals(
                0, cli.run("diff", "--since", HALF_AN_HOUR_AGO, "--port", "80").code());
        assertEquals(
                1,
                cli.run("diff", "--since", HALF_AN_HOUR_AGO, "--process", "java")
                        .code());
    }

    @Test
    void writesJson() {
        watched(BEGIN, TIME);
        record(JAVA, before(BEGIN), at(minutesAgo(10)));
        source.show(listener("0.0.0.0", 8080, process(77, "java")));
        Cli.Result result = cli.run("diff", "--since", HALF_AN_HOUR_AGO, "--json");
        assertEquals("", result.err());
        JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
        assertEquals(HALF_AN_HOUR_AGO, json.get("since").getAsString());
        assertEquals(
                "[\"exposure\",\"owner\"]",
                json.getAsJsonArray("differences")
                        .get(0)
                        .getAsJsonObject()
                        .get("kinds")
                        .toString());
    }

    @Test
    void needsATimeOrAFileAndNotBoth() {
        assertTrue(cli.run("diff").err().startsWith("portio: compare with what? give a snapshot, or a time"));
        Cli.Result both = cli.run("diff", "before.json", "--since", "2h");
        assertEquals(2, both.code());
        assertTrue(both.err().startsWith("portio: --since compares the recorded past with now"), both.err());
    }
}
