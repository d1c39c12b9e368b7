// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.testing.Sockets.TIME;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.snapshot;
import static org.portio.testing.Sockets.tcp;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.notice.Notice.Kind;

class NoticeRulesTest {

    private static final Connection WEB = listener("0.0.0.0", 8080, process(7, "node"));
    private static final Connection OTHER = listener("0.0.0.0", 9090, process(8, "java"));
    private static final Predicate<Connection> NONE_NEW = _ -> false;

    private static List<String> told(NoticeRules rules, Snapshot before, Snapshot after) {
        return rules.of(TIME, Delta.between(before, after)).stream()
                .map(notice -> notice.kind() + " " + notice.text())
                .toList();
    }

    private static NoticeRules watching(Watch... watches) {
        return new NoticeRules(List.of(watches), NONE_NEW);
    }

    @Test
    void aWatchedPortThatOpensOrClosesIsTold() {
        NoticeRules rules = watching(Watch.port(8080));

        assertEquals(
                List.of("OPENED TCP 8080 opened: node (PID 7) listens on 0.0.0.0:8080"),
                told(rules, snapshot(), snapshot(WEB, OTHER)));
        assertEquals(
                List.of("CLOSED TCP 8080 closed: node (PID 7) no longer listens"),
                told(rules, snapshot(WEB, OTHER), snapshot()));
    }

    @Test
    void aWatchedProgramIsToldOfOnEachPort() {
        assertEquals(
                List.of("OPENED TCP 9090 opened: java (PID 8) listens on 0.0.0.0:9090"),
                told(watching(Watch.program("java")), snapshot(), snapshot(WEB, OTHER)));
    }

    @Test
    void anotherOwnerIsOneNoticeWhetherTheSocketIsTheSameOrNot() {
        Connection taken = listener("0.0.0.0", 8080, process(9, "python3"));
        List<String> expected = List.of("OWNER_CHANGED TCP 8080 went from node (PID 7) to python3 (PID 9)");

        assertEquals(expected, told(watching(Watch.port(8080)), snapshot(WEB), snapshot(taken)));
        Connection another = taken.with().platformKey(99).build();
        Connection first = WEB.with().platformKey(98).build();
        assertEquals(expected, told(watching(Watch.port(8080)), snapshot(first), snapshot(another)));
    }

    @Test
    void connectionsOfAWatchedPortAreNotTold() {
        Connection client =
                tcp(endpoint("10.0.0.1", 8080), endpoint("10.0.0.2", 5000), TcpState.ESTABLISHED, process(7, "node"));

        assertEquals(List.of(), told(watching(Watch.port(8080)), snapshot(WEB), snapshot(WEB, client)));
    }

    @Test
    void anUnseenOwnerIsNoOtherOwner() {
        Connection unseen = listener("0.0.0.0", 8080);

        assertEquals(List.of(), told(watching(Watch.port(8080)), snapshot(WEB), snapshot(unseen)));
    }

    @Test
    void aListenerThatTheBaselineDoesNotHaveIsTold() {
        NoticeRules rules =
                new NoticeRules(List.of(), connection -> connection.local().port() == 9090);

        assertEquals(
                List.of("NEW_LISTENER TCP 9090 is not in the baseline: java (PID 8) listens on 0.0.0.0:9090"),
                told(rules, snapshot(), snapshot(WEB, OTHER)));
    }

    @Test
    void statesAreToldWhenTheyChangeAndNotAtTheBeginning() {
        StateRules rules = new StateRules(Kind.RESERVATION, "");

        assertEquals(List.of(), rules.of(TIME, Map.of("TCP 80", "held")));
        assertEquals(
                "TCP 80 is missing; it was held",
                rules.of(TIME, Map.of("TCP 80", "missing")).getFirst().text());
        assertEquals(List.of(), rules.of(TIME, Map.of()), "the user has released it");
    }

    @Test
    void whatHasGoneIsToldIfThatIsWanted() {
        StateRules rules = new StateRules(Kind.BLOCK_ENDED, "is no longer blocked");
        rules.of(TIME, Map.of("TCP 80 inbound", ""));

        assertEquals(
                List.of(new Notice(TIME, Kind.BLOCK_ENDED, "TCP 80 inbound", "TCP 80 inbound is no longer blocked")),
                rules.of(TIME, Map.of()));
    }
}
