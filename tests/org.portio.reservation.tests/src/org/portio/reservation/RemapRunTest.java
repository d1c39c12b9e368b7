// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Places;

/** Runs programs that insist on a port, against the kernel. */
@EnabledOnOs(OS.LINUX)
class RemapRunTest {

    /** Serves the port of its first argument until its file "end" exists; the second one is the file that it writes to. */
    private static final String SERVER = """
        import os, socket, sys, time
        server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
        open(sys.argv[2], 'w').write(str(server.getsockname()[1]))
        os.rename(sys.argv[2], sys.argv[2] + '.done')
        folder = os.path.dirname(sys.argv[2])
        while os.path.exists(folder) and not os.path.exists(os.path.join(folder, 'end')):
            time.sleep(0.01)
        sys.exit(7)
        """;

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private Places places() {
        return Places.of(Map.of("PORTIO_HOME", folder.resolve("home").toString()), "Linux", folder);
    }

    private RemapRun run(boolean follow, RemapRequest... requests) {
        return new RemapRun(places(), List.of(requests), follow, messages::add);
    }

    private static List<String> python(String script, Object... arguments) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c", script));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    private static FutureTask<Integer> begin(RemapRun run, List<String> command) {
        FutureTask<Integer> running = new FutureTask<>(() -> run.run(command));
        Thread.ofPlatform().daemon().start(running);
        return running;
    }

    private static int written(Path file) throws IOException, InterruptedException {
        Path done = file.resolveSibling(file.getFileName() + ".done");
        while (!Files.exists(done)) {
            Thread.sleep(10);
        }
        return Integer.parseInt(Files.readString(done));
    }

    @Test
    void programsThatAllWantOnePortThatIsTakenRunAtOnce() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int asked = taken.getLocalPort();
            List<FutureTask<Integer>> running = new ArrayList<>();
            List<Integer> given = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                running.add(begin(
                        run(false, new RemapRequest(asked, RemapRequest.ANY)),
                        python(SERVER, asked, folder.resolve("server" + i))));
            }
            for (int i = 0; i < 3; i++) {
                given.add(written(folder.resolve("server" + i)));
            }
            assertEquals(3, given.stream().distinct().count(), given::toString);
            assertFalse(given.contains(asked));
            List<Remap> listed = Remaps.of(places()).list();
            assertEquals(
                    given.stream().sorted().toList(),
                    listed.stream().map(Remap::given).toList());
            assertTrue(listed.stream().allMatch(remap -> remap.asked() == asked && remap.pid() > 0), listed::toString);
            Files.createFile(folder.resolve("end"));
            for (FutureTask<Integer> each : running) {
                assertEquals(7, each.get());
            }
            assertEquals(List.of(), Remaps.of(places()).list());
            assertTrue(
                    messages.stream()
                            .anyMatch(line -> line.matches("python3.* \\(PID \\d+\\) asked for TCP " + asked
                                    + " and listens on TCP " + given.getFirst())),
                    messages::toString);
        }
    }

    @Test
    void connectionsOfTheSameTreeFollowIfThatIsAskedFor() throws Exception {
        int code = run(true, new RemapRequest(9, RemapRequest.ANY)).run(python("""
            import socket, sys
            server = socket.create_server(('127.0.0.1', 9))
            client = socket.create_connection(('localhost', 9))
            sys.exit(0 if client.getpeername() == server.getsockname() else 1)
            """));
        assertEquals(0, code, messages::toString);
    }

    @Test
    void aChosenPortThatIsTakenIsRefusedBeforeTheProgramStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path trace = folder.resolve("started");
            ReservationException refusal = assertThrows(
                    ReservationException.class,
                    () -> run(false, new RemapRequest(9, taken.getLocalPort()))
                            .run(List.of("touch", trace.toString())));
            assertEquals(Kind.CONFLICT, refusal.kind());
            assertFalse(Files.exists(trace));
            assertEquals(List.of(), Remaps.of(places()).list());
        }
    }

    @Test
    void aProgramThatDoesNotExistIsSaidAndLeavesNothing() throws Exception {
        assertThrows(
                ProgramStartException.class,
                () -> run(false, new RemapRequest(9, RemapRequest.ANY)).run(List.of("/nowhere/program")));
        assertEquals(List.of(), Remaps.of(places()).list());
    }

    @Test
    void theCallsOfProcessesThatAreLeftBehindAreAnsweredUntilTheyEnd() throws Exception {
        Path file = folder.resolve("server");
        FutureTask<Integer> running = begin(
                run(false, new RemapRequest(9, RemapRequest.ANY)),
                List.of("sh", "-c", "/usr/bin/python3 -c \"$0\" 9 \"$1\" & exit 3", SERVER, file.toString()));
        assertNotEquals(9, written(file));
        assertFalse(running.isDone());
        Files.createFile(folder.resolve("end"));
        assertEquals(3, running.get());
    }

    @Test
    void aPortOfAProcessThatWasKilledIsNotListed() throws Exception {
        Path remaps = Files.createDirectories(places().state().resolve("remaps"));
        Path file = remaps.resolve("20001.json");
        Files.writeString(
                file,
                "{\"schema\":1,\"asked\":9,\"given\":20001,\"pid\":1,\"program\":\"x\",\"folder\":\"/\",\"since\":\""
                        + Instant.EPOCH + "\"}");
        assertEquals(List.of(), Remaps.of(places()).list());
        assertFalse(Files.exists(file));
    }
}
