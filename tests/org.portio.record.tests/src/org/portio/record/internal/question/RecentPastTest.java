// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.record.Account;
import org.portio.record.Answer;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Question;
import org.portio.record.Role;
import org.portio.testing.Sockets;

class RecentPastTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Question ALL = Question.between(Instant.MIN, Instant.MAX);

    private final RecentPast past = new RecentPast(Duration.ofMinutes(15));

    private static Account account(long id, Duration opened, Duration closed) {
        return new Account(
                id,
                Sockets.listener("127.0.0.1", 8080, Sockets.process(42, "java")),
                Role.LISTENING,
                Moment.at(NOON.plus(opened), Evidence.SNAPSHOT),
                closed == null ? null : Moment.at(NOON.plus(closed), Evidence.SNAPSHOT),
                Set.of(),
                Map.of(),
                null);
    }

    private void watchUntil(int minutes) {
        for (int minute = 0; minute <= minutes; minute++) {
            past.coverage(new Coverage(
                    NOON, NOON.plus(Duration.ofMinutes(minute)), Set.of(Evidence.SNAPSHOT), minute, minute, 0));
        }
    }

    @Test
    void keepsTheLastMinutesAndWhatIsOpen() {
        past.account(account(1, Duration.ZERO, null));
        past.account(account(2, Duration.ZERO, Duration.ofMinutes(2)));
        past.account(account(3, Duration.ZERO, Duration.ofMinutes(58)));
        watchUntil(60);
        Answer answer = past.ask(ALL);
        assertEquals(
                List.of(1L, 3L), answer.accounts().stream().map(Account::id).toList());
        Coverage watched = answer.coverage().getFirst();
        assertTrue(watched.from().isAfter(NOON.plus(Duration.ofMinutes(43))), watched.toString());
        assertEquals(NOON.plus(Duration.ofMinutes(60)), watched.until());
    }

    @Test
    void theLastOneToldHolds() {
        past.account(account(1, Duration.ZERO, null));
        past.account(account(1, Duration.ZERO, Duration.ofMinutes(1)));
        assertEquals(
                List.of(account(1, Duration.ZERO, Duration.ofMinutes(1))),
                past.ask(ALL).accounts());
    }

    @Test
    void ofAGreatManyItKeepsTheLatest() {
        past.coverage(new Coverage(NOON, NOON.plusSeconds(1), Set.of(Evidence.SNAPSHOT), 0, 0, 0));
        for (int i = 0; i < 250_000; i++) {
            past.account(account(i, Duration.ofMillis(i), Duration.ofMillis(i + 1)));
        }
        past.coverage(new Coverage(NOON, NOON.plusSeconds(251), Set.of(Evidence.SNAPSHOT), 0, 0, 0));
        Answer answer = past.ask(ALL.limitedTo(1));
        assertTrue(answer.total() <= 200_000, "total " + answer.total());
        assertTrue(answer.total() > 150_000, "total " + answer.total());
        assertEquals(249_999, answer.accounts().getFirst().id());
        assertTrue(
                answer.coverage().getFirst().from().isAfter(NOON),
                answer.coverage().toString());
    }
}
