// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.util.BitSet;
import java.util.function.Predicate;
import org.portio.core.Connection;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Question;

/**
 * A question, made ready to be put to millions of accounts.
 *
 * @param from in microseconds
 * @param until in microseconds
 * @param ports whether each port is asked about; null for all
 * @param portSet the same ports; empty for all
 */
public record Query(Question question, long from, long until, boolean[] ports, BitSet portSet) {

    private static final int PORTS = 1 << 16;

    public static Query of(Question question) {
        BitSet portSet = new BitSet();
        boolean[] ports = ports(question, portSet);
        return new Query(question, Micros.of(question.from()), Micros.of(question.until()), ports, portSet);
    }

    private static boolean[] ports(Question question, BitSet portSet) {
        if (question.ports() == Question.ANY_PORT) {
            return null;
        }
        boolean[] ports = new boolean[PORTS];
        // 0 stands for no port.
        for (int port = 1; port < PORTS; port++) {
            ports[port] = question.ports().test(port);
            portSet.set(port, ports[port]);
        }
        return ports;
    }

    public Predicate<Connection> traits() {
        return question.traits();
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

    public boolean hasPort(Connection connection) {
        return ports == null
                || ports[connection.local().port()]
                || connection.remote() != null && ports[connection.remote().port()];
    }

    boolean matches(Account account) {
        return account.mayOverlap(question.from(), question.until())
                && hasPort(account.connection())
                && traits().test(account.connection())
                && filter(account.connection());
    }

    boolean matches(Act act) {
        return !act.time().isBefore(question.from())
                && !act.time().isAfter(question.until())
                && (ports == null || act.port() >= 0 && act.port() < PORTS && ports[act.port()]);
    }
}
