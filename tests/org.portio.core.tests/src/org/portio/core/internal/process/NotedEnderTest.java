// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ConnectionException;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.HeldPort;
import org.portio.core.process.ProcessEnder;
import org.portio.core.system.ActionLog;
import org.portio.testing.Sockets;

class NotedEnderTest {

    private static final ProcessInfo NGINX = Sockets.process(10, "nginx");
    private static final ProcessInfo WORKER = Sockets.process(11, "nginx");

    @TempDir
    private Path folder;

    @Test
    void notesEachProcessOnceWithWhatBecameOfIt() throws Exception {
        end(
                new HeldPort(80, Protocol.TCP),
                false,
                new End(NGINX, Outcome.ENDED, ""),
                new End(WORKER, Outcome.STILL_RUNNING, "a debugger holds it"));
        end(null, true, new End(WORKER, Outcome.DENIED, "it belongs to user root"));

        assertEquals(
                List.of(
                        "action=kill what=\"nginx (PID 10) on TCP 80\" by=SIGTERM result=\"ended\"",
                        "action=kill what=\"nginx (PID 11) on TCP 80\" by=SIGTERM"
                                + " result=\"still running: a debugger holds it\"",
                        "action=kill what=\"nginx (PID 11)\" by=SIGKILL result=\"failed: it belongs to user root\""),
                notes());
    }

    @Test
    void notesAnAttemptThatCameToNothing() throws Exception {
        ProcessEnder failing = noted(_ -> {
            throw new ConnectionException("no source works");
        });

        assertThrows(ConnectionException.class, () -> failing.end(request(new HeldPort(80, null), false)));
        assertEquals(
                List.of("action=kill what=\"nginx (PID 10) on port 80\" by=SIGTERM result=\"failed: no source works\""),
                notes());
    }

    /** Ctrl+C while the processes are given time to end: the signal has been sent by then. */
    @Test
    void notesThatItWasInterrupted() throws Exception {
        String classes = Stream.of(NotedEnder.class, NotedEnderTest.class, Sockets.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> new File(URI.create(place.toString())).getPath())
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process waiting = new ProcessBuilder(java, "-cp", classes, Waiting.class.getName(), folder.toString())
                .inheritIO()
                .start();
        while (!Files.exists(folder.resolve("waits"))) {
            assertFalse(waiting.waitFor(10, TimeUnit.MILLISECONDS), "it ended instead");
        }
        waiting.destroy();

        assertTrue(waiting.waitFor(1, TimeUnit.MINUTES));
        assertEquals(
                List.of("action=kill what=\"nginx (PID 10) on port 80\" by=SIGTERM"
                        + " result=\"interrupted before it ended\""),
                notes());
    }

    /** Another PortIO, which waits for a process until it is itself told to stop. */
    static final class Waiting {

        private Waiting() {}

        static void main(String[] arguments) throws ConnectionException {
            noted(Path.of(arguments[0]), _ -> {
                        new File(arguments[0], "waits").mkdir();
                        LockSupport.park();
                        throw new ConnectionException("nothing interrupted it");
                    })
                    .end(request(new HeldPort(80, null), false));
        }
    }

    private interface Ending {
        EndResult end(EndRequest request) throws ConnectionException;
    }

    private void end(HeldPort port, boolean force, End... ends) throws ConnectionException {
        noted(_ -> new EndResult(List.of(ends), null)).end(request(port, force));
    }

    private static EndRequest request(HeldPort port, boolean force) {
        return new EndRequest(List.of(NGINX), port, force, false, Duration.ZERO);
    }

    private ProcessEnder noted(Ending ending) {
        return noted(folder, ending);
    }

    private static ProcessEnder noted(Path folder, Ending ending) {
        ProcessEnder ender = new ProcessEnder() {
            @Override
            public EndImpact impact(ProcessInfo process, Snapshot snapshot) {
                throw new UnsupportedOperationException();
            }

            @Override
            public EndResult end(EndRequest request) throws ConnectionException {
                return ending.end(request);
            }
        };
        return new NotedEnder(ender, new ActionLog(folder));
    }

    private List<String> notes() throws IOException {
        return Files.readAllLines(folder.resolve("port_logs.txt")).stream()
                .map(line -> line.substring(line.indexOf("action=")))
                .toList();
    }
}
