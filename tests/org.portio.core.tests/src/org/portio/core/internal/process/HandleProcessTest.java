// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.internal.process.RunningProcess.Answer;
import org.portio.testing.RecordingRunner;

/** Ends processes on systems without pidfds. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "starts a Unix program")
class HandleProcessTest {

    private final RecordingRunner runner = new RecordingRunner();
    private Process process;

    @BeforeEach
    void startAProcess() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void isAskedAndWaitedFor() {
        try (HandleProcess running = new HandleProcess(process.toHandle(), runner)) {
            assertFalse(running.awaitEnd(Duration.ofMillis(50)));
            assertEquals(Answer.SENT, running.ask());
            assertTrue(running.awaitEnd(Duration.ofSeconds(10)));
            assertEquals(Answer.GONE, running.ask());
            assertEquals(Answer.GONE, running.force());
            assertEquals(List.of(), runner.commands());
        }
    }

    @Test
    void isForced() {
        try (HandleProcess running = new HandleProcess(process.toHandle(), runner)) {
            assertEquals(Answer.SENT, running.force());
            assertTrue(running.awaitEnd(Duration.ofSeconds(10)));
        }
    }

    @Test
    void windowsAsksTheProgramToCloseItsWindows() throws Exception {
        String command = "taskkill /PID " + process.pid();
        runner.answer(command, 0, "SUCCESS: Sent termination signal to the process with PID.\n", "")
                .answer(command, 128, "", "ERROR: The process could not be terminated.\n");
        try (HandleProcess running = new HandleProcess(asOnWindows(process.toHandle()), runner)) {
            assertEquals(Answer.SENT, running.ask());
            assertEquals(Answer.DENIED, running.ask());
            process.destroyForcibly().waitFor();
            assertEquals(Answer.GONE, running.ask());
            assertEquals(List.of(command, command), runner.commands());
        }
    }

    private static ProcessHandle asOnWindows(ProcessHandle handle) {
        InvocationHandler calls = (_, method, arguments) ->
                method.getName().equals("supportsNormalTermination") ? false : method.invoke(handle, arguments);
        return (ProcessHandle) Proxy.newProxyInstance(
                HandleProcessTest.class.getClassLoader(), new Class<?>[] {ProcessHandle.class}, calls);
    }
}
