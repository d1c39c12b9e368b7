// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.util.ArrayList;
import java.util.List;
import org.portio.core.Connection;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Condition;
import org.portio.record.Question;

/**
 * A question, made ready to be put to millions of accounts.
 *
 * @param from in microseconds
 * @param until in microseconds
 * @param wanted all conditions, with that on ports and that on traits
 */
public record Query(Question question, long from, long until, List<Wanted> wanted) {

    public static Query of(Question question) {
        List<Condition> conditions = new ArrayList<>();
        if (question.ports() != Question.ANY_PORT) {
            conditions.add(Condition.ofPorts(question.ports(), question.ports()));
        }
        if (question.traits() != Question.ANY) {
            conditions.add(Condition.ofTraits(question.traits()));
        }
        conditions.addAll(question.conditions());
        List<Wanted> wanted = conditions.stream().map(Wanted::of).toList();
        return new Query(question, Micros.of(question.from()), Micros.of(question.until()), wanted);
    }

    /** Returns whether the sockets themselves need not be made to choose among them. */
    public boolean isWithoutFilter() {
        return question.filter() == Question.ANY;
    }

    public boolean filter(Connection connection) {
        return question.filter().test(connection);
    }

    /** Returns whether a socket with these times may have been there, as {@link Account#mayOverlap} does. */
    public boolean overlaps(long openedEarliest, long closedLatest) {
        return openedEarliest <= until && closedLatest >= from;
    }

    boolean matches(Account account) {
        return account.mayOverlap(question.from(), question.until()) && question.chooses(account.connection());
    }

    boolean matches(Act act) {
        return !act.time().isBefore(question.from()) && !act.time().isAfter(question.until()) && question.chooses(act);
    }
}
