// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.core.system.SetAside;
import org.portio.record.Account;
import org.portio.record.Answer;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.Moment;
import org.portio.record.Question;
import org.portio.record.RecordException;
import org.portio.record.Recording;
import org.portio.record.Retention;
import org.portio.record.Role;
import org.portio.testing.Sockets;

/** Short ways to write down a piece of the past. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Question ALL = Question.between(Instant.MIN, Instant.MAX);
    static final Retention FOR_EVER = new Retention(Duration.ofDays(36_500), Long.MAX_VALUE);

    private Samples() {}

    static Instant second(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    /** Returns a listener of a process of this name, there from one second on, and until another one if that is not negative. */
    static Account listener(long id, int port, String process, long opened, long closed) {
        Connection connection = Sockets.listener("127.0.0.1", port, Sockets.process(port, process))
                .with()
                .platformKey(id)
                .build();
        return account(id, connection, Role.LISTENING, opened, closed);
    }

    static Account outgoing(long id, int port, int remotePort, long opened, long closed) {
        Connection connection = Sockets.tcp(
                Endpoint.parse("127.0.0.1:" + port),
                Endpoint.parse("10.0.0.1:" + remotePort),
                TcpState.ESTABLISHED,
                Sockets.process(7, "curl"));
        return account(id, connection, Role.OUTGOING, opened, closed);
    }

    private static Account account(long id, Connection connection, Role role, long opened, long closed) {
        Moment end = closed < 0 ? null : Moment.at(second(closed), Evidence.SOCKET_END);
        return new Account(
                id,
                connection,
                role,
                Moment.at(second(opened), Evidence.SNAPSHOT),
                end,
                Set.of(connection.state()),
                Map.of(),
                null);
    }

    static Coverage coverage(long from, long until, long opened, long seen) {
        return new Coverage(second(from), second(until), Set.of(Evidence.SNAPSHOT), opened, seen, 0);
    }

    static Recording record(Path folder) throws RecordException {
        return Histories.record(folder, FOR_EVER, Samples::fail);
    }

    static Answer ask(Path folder, Question question) throws RecordException {
        try (History history = Histories.in(folder, Samples::fail)) {
            return history.ask(question);
        }
    }

    static void fail(SetAside aside) {
        throw new AssertionError(aside.text());
    }

    static List<Long> ids(Answer answer) {
        return answer.accounts().stream().map(Account::id).toList();
    }
}
