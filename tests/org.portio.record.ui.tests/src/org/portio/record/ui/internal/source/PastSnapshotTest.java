// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.Unseen;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.record.Account;
import org.portio.record.Answer;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Role;

class PastSnapshotTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Connection LISTENER = Connection.of(
                    Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("127.0.0.1:8080"))
            .state(TcpState.LISTEN)
            .build();

    @Test
    void hasWhatWasThereAtThatMoment() {
        Told told = told(List.of(account(1, 0, 10), account(2, 20, 30)), watched(0, 60));

        Snapshot snapshot = PastSnapshot.of(told, NOON.plusSeconds(5)).orElseThrow();

        assertEquals(List.of(LISTENER), snapshot.connections());
        assertEquals(NOON.plusSeconds(5), snapshot.time());
    }

    @Test
    void saysHowManyMayHaveBeenThere() {
        Moment vague = new Moment(NOON, NOON.plusSeconds(10), Evidence.SNAPSHOT);
        Account perhaps = account(1, vague, Moment.at(NOON.plusSeconds(20), Evidence.SOCKET_END));

        Snapshot snapshot = PastSnapshot.of(told(List.of(perhaps), watched(0, 60)), NOON.plusSeconds(5))
                .orElseThrow();

        assertEquals(List.of(), snapshot.connections());
        assertEquals(1, snapshot.limits().getLast().count());
    }

    @Test
    void aSocketThatWasThereBeforeAndAfterAGapWasThereInIt() {
        Told told = told(List.of(account(1, 0, 50)), watched(0, 20), watched(40, 60));

        Snapshot snapshot = PastSnapshot.of(told, NOON.plusSeconds(30)).orElseThrow();

        assertEquals(List.of(LISTENER), snapshot.connections());
        Unseen others = snapshot.limits().getLast();
        assertTrue(others.why().startsWith("nobody watched"), others.why());
    }

    @Test
    void isNoneIfNobodyWatchedAndNothingIsKnown() {
        assertEquals(Optional.empty(), PastSnapshot.of(told(List.of(), watched(0, 20)), NOON.plusSeconds(30)));
    }

    @Test
    void isEmptyIfNothingWasThereWhileSomebodyWatched() {
        Snapshot snapshot = PastSnapshot.of(told(List.of(), watched(0, 60)), NOON.plusSeconds(30))
                .orElseThrow();
        assertEquals(List.of(), snapshot.connections());
    }

    private static Account account(long id, int from, int until) {
        return account(
                id,
                Moment.at(NOON.plusSeconds(from), Evidence.TRACEPOINT),
                Moment.at(NOON.plusSeconds(until), Evidence.SOCKET_END));
    }

    private static Account account(long id, Moment opened, Moment closed) {
        return new Account(id, LISTENER, Role.LISTENING, opened, closed, Set.of(TcpState.LISTEN), Map.of(), null);
    }

    private static Coverage watched(int from, int until) {
        return new Coverage(NOON.plusSeconds(from), NOON.plusSeconds(until), Set.of(Evidence.SNAPSHOT), -1, -1, 0);
    }

    private static Told told(List<Account> accounts, Coverage... coverage) {
        return new Told(new Answer(accounts, accounts.size(), List.of(), List.of(coverage)), Told.NOTHING);
    }
}
