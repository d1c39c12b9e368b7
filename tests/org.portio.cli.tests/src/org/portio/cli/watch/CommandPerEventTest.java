// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.TIME;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.Output;
import org.portio.export.ConnectionEvent;
import org.portio.export.ConnectionEvent.Kind;

@DisabledOnOs(OS.WINDOWS)
class CommandPerEventTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private final Output output = new Output(new PrintWriter(new StringWriter()), new PrintWriter(err));

    private static ConnectionEvent event(int port) {
        return new ConnectionEvent(Kind.OPENED, TIME, null, listener("127.0.0.1", port, process(42, "java")));
    }

    private static List<ConnectionEvent> events(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(CommandPerEventTest::event)
                .toList();
    }

    private CommandPerEvent start(String script, String... arguments) {
        return CommandPerEvent.start(command(script, arguments), output);
    }

    private List<String> command(String script, String... arguments) {
        return Stream.concat(Stream.of("sh", "-c", script, file().toString()), Stream.of(arguments))
                .toList();
    }

    private Path file() {
        return folder.resolve("out");
    }

    private List<String> written() {
        try {
            return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.sleep(5);
        }
    }

    @Test
    void runsOneAfterAnotherInTheOrderOfTheEvents() throws InterruptedException {
        try (CommandPerEvent target =
                start("echo begin $PORTIO_LOCAL_PORT >> \"$0\"; sleep 0.02; echo end $PORTIO_LOCAL_PORT >> \"$0\"")) {
            target.take(events(3));
            await(() -> written().size() == 6);
        }
        assertEquals(List.of("begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3"), written());
        assertEquals("", err.toString());
    }

    @Test
    void noShellReadsTheFactsOrTheArguments() throws InterruptedException {
        String name = "x; touch $HOME/evil `id`\n$(id)";
        ConnectionEvent event =
                new ConnectionEvent(Kind.OPENED, TIME, null, listener("127.0.0.1", 80, process(7, name)));
        try (CommandPerEvent target =
                start("printf '%s|%s|' \"$PORTIO_PROCESS\" \"$1\" > \"$0.part\"; mv \"$0.part\" \"$0\"", "$(id) * ;")) {
            target.take(List.of(event));
            await(() -> Files.exists(file()));
        }
        assertEquals(name + "|$(id) * ;|", String.join("\n", written()));
    }

    @Test
    void whatIsNotKnownIsEmptyAndThereIsNoInput() throws InterruptedException {
        try (CommandPerEvent target =
                start("cat > /dev/null; echo \"[$PORTIO_REMOTE_PORT][$PORTIO_BEFORE_STATE]$PORTIO_EVENT\" >> \"$0\"")) {
            target.take(events(1));
            await(() -> !written().isEmpty());
        }
        assertEquals(List.of("[][]opened"), written());
    }

    @Test
    void saysWhatIsDroppedIfEventsComeFasterThanCommandsEnd() throws IOException, InterruptedException {
        Path go = folder.resolve("go");
        int most = 6;
        List<String> command =
                command("echo x >> \"$0\"; while [ ! -e \"$1\" ]; do sleep 0.01; done; exit 3", go.toString());
        try (CommandPerEvent target = CommandPerEvent.start(command, output, most)) {
            target.take(List.of(event(1)));
            await(() -> written().size() == 1);
            target.take(Collections.nCopies(most + 7, event(2)));
            assertEquals(
                    "portio: 6 events are waiting for sh; those that come before it is ready for them are dropped",
                    err.toString().strip());
            Files.createFile(go);
            await(() -> err.toString().contains("portio: dropped 7 events: sh takes longer than they come"));
        }
        assertTrue(
                err.toString()
                        .contains("portio: sh ended with exit code 3: opened tcp 127.0.0.1:1 -> * LISTEN 42/java"),
                err.toString());
    }

    @Test
    void leavesNothingBehindWhenItEnds() throws InterruptedException {
        CommandPerEvent target = start("sleep 600 & echo $! >> \"$0\"; echo $$ >> \"$0\"; wait");
        target.take(events(2));
        await(() -> written().size() == 2);
        target.close();
        for (String pid : written()) {
            await(() -> ProcessHandle.of(Long.parseLong(pid)).isEmpty());
        }
        assertEquals("portio: ended with 1 event waiting for sh", err.toString().strip());
    }

    @Test
    void refusesACommandThatDoesNotExist() throws IOException {
        assertFailure("nonesuch", "the command 'nonesuch' was not found in PATH; check its name, or give its path");
        assertFailure("/nonesuch/x", "the program '/nonesuch/x' does not exist; check its path");
        Path plain = Files.createFile(folder.resolve("plain"));
        assertFailure(plain.toString(), plain + " is not executable; make it so: chmod +x " + plain);
    }

    private void assertFailure(String command, String message) {
        CommandFailure failure =
                assertThrows(CommandFailure.class, () -> CommandPerEvent.start(List.of(command), output));
        assertEquals(message, failure.getMessage());
        assertEquals(ExitCode.CONFLICT, failure.exitCode());
    }

    @Test
    void endsIfTheCommandCannotBeStartedAnyMore() throws IOException {
        Path program = folder.resolve("program");
        Files.writeString(program, "#!/nonesuch/interpreter\n");
        assertTrue(program.toFile().setExecutable(true));
        try (CommandPerEvent target = CommandPerEvent.start(List.of(program.toString()), output)) {
            target.take(events(1));
            CommandFailure failure = assertThrows(CommandFailure.class, target::awaitEnd);
            assertTrue(failure.getMessage().startsWith(program + " could not be started: "), failure.getMessage());
            assertEquals(ExitCode.CONFLICT, failure.exitCode());
        }
    }
}
