// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunWatchTest {

    private static final TestRun RUN = new TestRun(
            "watched-" + ProcessHandle.current().pid(),
            TestRun.Kind.WITH,
            List.of(),
            "",
            1,
            "",
            Instant.EPOCH,
            null,
            false);

    @BeforeEach
    void needsLinux() {
        assumeTrue(Files.exists(Path.of("/proc/self/environ")), "processes are found in /proc");
    }

    private static Process start(RunWatch watch, String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script);
        builder.environment().put(TestRuns.VARIABLE, RUN.id());
        return watch.start(builder::start);
    }

    @Test
    void seesEachConnectWithItsProcess() throws Exception {
        try (RunWatch watch = RunWatch.open();
                ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assumeTrue(watch.isExact(), "the system lets no door be opened");
            int port = server.getLocalPort();
            Process process = start(watch, "for i in 1 2 3; do exec 3<>/dev/tcp/127.0.0.1/" + port + "; done");
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));

            RunReport report = watch.complete(RunReport.of(RUN));

            assertEquals(RunReport.Record.EXACT, report.record());
            assertEquals(3, report.opened().size());
            for (Opened call : report.opened()) {
                assertEquals(Opened.Kind.CONNECT, call.kind());
                assertEquals(port, call.port());
                assertEquals("127.0.0.1", call.address());
                assertEquals(process.pid(), call.pid());
                assertEquals("bash", call.process());
            }
        }
    }

    @Test
    void findsOrphansOfTheRunByTheirEnvironment() throws Exception {
        try (RunWatch watch = RunWatch.open()) {
            Process process = start(watch, "setsid sleep 60 </dev/null >/dev/null 2>&1 & echo $!; exit 0");
            long pid = Long.parseLong(process.inputReader().readLine());
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            try {
                Set<Long> living = watch.living(RUN.id());
                assertTrue(living.contains(pid), living + " without " + pid);
                assertFalse(RunProcesses.of("another").contains(pid));
                assertFalse(living.contains(ProcessHandle.current().pid()));
            } finally {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }
}
