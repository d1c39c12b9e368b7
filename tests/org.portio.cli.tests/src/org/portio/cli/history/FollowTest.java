// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.Output;
import org.portio.core.TcpState;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Evidence;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.HistoryTail;
import org.portio.record.Moment;
import org.portio.record.Question;
import org.portio.record.Recording;
import org.portio.record.Retention;
import org.portio.record.Role;

class FollowTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Question PORT =
            Question.between(Instant.MIN, Instant.MAX).about(port -> port == 8080);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path home;

    private static Account account(long id, int port, boolean ended) {
        return new Account(
                id,
                listener("127.0.0.1", port, process(42, "java")),
                Role.LISTENING,
                Moment.at(NOON.plusSeconds(id), Evidence.SNAPSHOT),
                ended ? Moment.at(NOON.plusSeconds(id + 60), Evidence.SOCKET_END) : null,
                Set.of(TcpState.LISTEN),
                Map.of(),
                null);
    }

    /** Returns an output whose reader goes away after so many lines. */
    private Output until(int lines) {
        Writer reader = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                out.write(text, from, length);
                if (out.toString().lines().count() >= lines) {
                    throw new IOException("the reader has gone");
                }
            }

            @Override
            public void flush() {
                // It is all there.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        return new Output(new PrintWriter(reader), new PrintWriter(err));
    }

    private ExitCode follow(Question question, Output output, Followed followed, Telling telling) throws Exception {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try (Recording recording = Histories.record(home, Retention.DEFAULT, _ -> {
                        throw new AssertionError("damaged");
                    });
                    HistoryTail tail = Histories.follow(home);
                    History history = Histories.in(home, _ -> {
                        throw new AssertionError("damaged");
                    })) {
                recording.account(account(1, 8080, false));
                recording.account(account(2, 80, false));
                recording.flush();
                Following following = new Following(question, tail, followed, output);
                telling.tell(recording);
                return following.run(history.ask(question));
            }
        });
    }

    @FunctionalInterface
    private interface Telling {
        void tell(Recording recording) throws Exception;
    }

    @Test
    void goesOnWithWhatIsRecorded() throws Exception {
        Output output = until(5);
        FollowedTable table = new FollowedTable(output, false, false);
        assertEquals(ExitCode.OK, follow(PORT, output, table, recording -> {
            recording.account(account(1, 8080, true));
            recording.account(account(2, 80, true));
            recording.account(account(3, 8080, false));
            recording.act(new Act(NOON, "ann", "block", "TCP 80 inbound", "nftables", "done", 80));
            recording.act(new Act(NOON, "ann", "block", "TCP 8080 inbound", "nftables", "done", 8080));
            recording.account(account(3, 8080, false));
            recording.account(account(3, 8080, true));
        }));
        List<String> lines = out.toString().lines().toList();
        assertEquals(5, lines.size(), out.toString());
        assertTrue(lines.get(0).contains("  open  "), lines.get(0));
        assertTrue(lines.get(1).contains("127.0.0.1:8080"), lines.get(1));
        assertTrue(lines.stream().anyMatch(line -> line.contains("PortIO: block TCP 8080 inbound")), out.toString());
    }

    @Test
    void whatIsShownAsOpenIsToldToItsEnd() throws Exception {
        Output output = until(2);
        Question open = PORT.having(c -> c.state() == TcpState.LISTEN);
        assertEquals(ExitCode.OK, follow(open, output, new FollowedLines(output), recording -> {
            Account ended = account(1, 8080, true);
            recording.flush();
            new Thread(() -> later(recording, ended)).start();
        }));
        assertEquals(2, out.toString().lines().count());
        assertTrue(out.toString().lines().toList().get(1).contains("\"evidence\":\"socket-end\""), out.toString());
    }

    private static void later(Recording recording, Account ended) {
        try {
            Thread.sleep(600);
            recording.account(new Account(
                    ended.id(),
                    ended.connection().with().state(TcpState.CLOSED).build(),
                    ended.role(),
                    ended.opened(),
                    ended.closed(),
                    ended.states(),
                    ended.directories(),
                    ended.traffic()));
            recording.flush();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysThatNobodyRecords() throws Exception {
        Output output = until(1);
        FollowedTable table = new FollowedTable(output, true, false);
        try (HistoryTail tail = Histories.follow(home);
                History history = Histories.in(home, _ -> {
                    throw new AssertionError("damaged");
                })) {
            new Following(PORT, tail, table, output).run(history.ask(PORT));
        }
        assertEquals(
                "portio: nothing is being recorded, so what happens now is not watched; have it recorded: portio"
                        + " history on",
                err.toString().strip());
    }

    @Test
    void refusesWhatHasAnEnd() {
        Cli cli = new Cli();
        for (String option : List.of("--json", "--csv", "--at=1h", "--until=1h")) {
            assertEquals(2, cli.run("history", "--follow", option).code(), option);
        }
    }
}
