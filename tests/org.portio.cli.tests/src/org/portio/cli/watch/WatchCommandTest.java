// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.TIME;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.snapshot;
import static org.portio.testing.Sockets.tcp;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.cli.Cli;
import org.portio.cli.PortioCommand;
import org.portio.cli.Samples;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.EventText;
import org.portio.cli.text.Output;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.export.ConnectionEvent;

class WatchCommandTest {

    private static final Connection CLOSING =
            tcp(endpoint("127.0.0.1", 8080), endpoint("127.0.0.1", 50000), TcpState.FIN_WAIT_2);

    private final Cli cli = new Cli(Samples.machine());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ChosenEvents events = events(_ -> true, false);

    private ChosenEvents events(Predicate<Connection> filter, boolean fromStart) {
        Output output = new Output(new PrintWriter(out), new PrintWriter(err));
        return new ChosenEvents(filter, fromStart, new EventPrinter(output, WatchCommandTest::text), output);
    }

    @Test
    void tellsNothingOfWhatIsThereAtTheStart() {
        refresh(snapshot(), snapshot(Samples.WEB));
        assertEquals("", out.toString());
    }

    @Test
    void tellsWhatOpensAndCloses() {
        refresh(snapshot(), snapshot(Samples.WEB));
        refresh(snapshot(Samples.WEB), snapshot(Samples.DNS));
        assertEquals(
                List.of(
                        "closed  tcp 127.0.0.1:8080 -> * LISTEN 42/java,43/java",
                        "opened  udp 0.0.0.0:53 -> * unconnected 7/Unbound"),
                out.toString().lines().toList());
    }

    @Test
    void tellsBothValuesOfWhatChanges() {
        Connection before =
                tcp(CLOSING.local(), CLOSING.remote(), TcpState.ESTABLISHED, process(42, "java"), process(43, "java"));
        refresh(snapshot(), snapshot(before));
        refresh(snapshot(before), snapshot(CLOSING));
        assertEquals(
                "changed tcp 127.0.0.1:8080 -> 127.0.0.1:50000 ESTABLISHED=>FIN-WAIT-2 42/java,43/java=>?",
                out.toString().strip());
    }

    @Test
    void tellsWhatIsNewFromTheStartOn() {
        Predicate<Connection> isNew = socket -> socket.local().port() == 53;
        ChosenEvents fromStart = events(isNew, true);
        Snapshot first = snapshot(Samples.WEB, Samples.DNS);
        fromStart.refreshed(first, Delta.between(snapshot(), first));
        fromStart.refreshed(snapshot(), Delta.between(first, snapshot()));
        assertEquals(
                List.of(
                        "opened  udp 0.0.0.0:53 -> * unconnected 7/Unbound",
                        "closed  udp 0.0.0.0:53 -> * unconnected 7/Unbound"),
                out.toString().lines().toList());
    }

    @Test
    void beginsEachLineWithTheTime() {
        ConnectionEvent event = new ConnectionEvent(ConnectionEvent.Kind.OPENED, TIME, null, Samples.DNS);
        String line = EventText.line(event);
        assertTrue(line.matches("\\d\\d:\\d\\d:00\\.000 opened  udp 0.0.0.0:53 -> \\* unconnected 7/Unbound"), line);
    }

    @Test
    void tellsAFailureOnceUntilItIsOver() {
        events.failed(new ConnectionException("cannot read"));
        events.failed(new ConnectionException("cannot read"));
        refresh(snapshot(), snapshot());
        events.failed(new ConnectionException("cannot read"));
        assertEquals(2, err.toString().lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch", "watch --interval 100ms"})
    void endsQuietlyWhenNobodyReadsAnyMore(String command) {
        StringWriter errors = new StringWriter();
        int code = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> new PortioCommand(cli)
                        .run(new PrintWriter(new ClosedPipe()), new PrintWriter(errors), command.split(" ")));
        assertEquals(0, code);
        assertEquals("", errors.toString());
    }

    @Test
    void failsAtOnceWhereNothingCanBeRead() {
        cli.source.fail("cannot read the sockets");
        Cli.Result result = cli.run("watch");
        assertEquals(ExitCode.CONFLICT.code(), result.code());
        assertEquals("portio: cannot read the sockets", result.err().strip());
    }

    private void refresh(Snapshot before, Snapshot after) {
        events.refreshed(after, Delta.between(before, after));
    }

    /** Returns the line without its time, which depends on where the test runs. */
    private static String text(ConnectionEvent event) {
        return EventText.line(event).substring("12:00:00.000 ".length());
    }

    private static final class ClosedPipe extends Writer {

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("Broken pipe");
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
