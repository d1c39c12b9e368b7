// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.core.TcpState;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Question;
import org.portio.record.RecordException;
import org.portio.record.Role;

class ForgetCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Cli cli = new Cli();

    @BeforeEach
    void recordSome() {
        add(1, "java", NOON.plusSeconds(60));
        add(2, "node", NOON.plusSeconds(3600));
        add(3, "java", null);
    }

    private void add(long id, String process, Instant closed) {
        cli.history.account(new Account(
                id,
                listener("127.0.0.1", 8080, process(40 + id, process)),
                Role.LISTENING,
                Moment.at(NOON, Evidence.SNAPSHOT),
                closed == null ? null : Moment.at(closed, Evidence.SNAPSHOT),
                Set.of(TcpState.LISTEN),
                Map.of(),
                null));
    }

    private long left() throws RecordException {
        return cli.history.ask(Question.between(Instant.MIN, Instant.MAX)).total();
    }

    @Test
    void asksFirst() throws RecordException {
        cli.answer = "n";
        Cli.Result result = cli.run("history", "forget", "--all");
        assertEquals(4, result.code());
        assertTrue(result.err().startsWith("portio: forgets for ever what ended before 20"), result.err());
        assertEquals(3, left());
        cli.answer = "y";
        assertEquals(
                "Forgot 2 sockets.\n", cli.run("history", "forget", "--all").out());
        assertEquals(1, left());
    }

    @Test
    void forgetsAProcess() throws RecordException {
        assertEquals(
                1, cli.run("history", "forget", "--process", "jav", "--yes").code());
        assertEquals(
                0, cli.run("history", "forget", "--process", "java", "--yes").code());
        assertEquals(2, left());
        assertEquals(0, cli.run("history", "forget", "--process", "42", "--yes").code());
        assertEquals(1, left());
    }

    @Test
    void forgetsWhatEndedBefore() throws RecordException {
        assertEquals(
                0,
                cli.run("history", "forget", "--before", "2026-03-01T12:30Z", "--yes")
                        .code());
        assertEquals(2, left());
    }

    @Test
    void refusesToGuess() {
        assertEquals(2, cli.run("history", "forget", "--yes").code());
        assertEquals(
                2,
                cli.run("history", "forget", "--all", "--before", "1h", "--yes").code());
        assertEquals(2, cli.run("history", "forget", "--all").code());
    }
}
