// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.portio.core.system.CommandRunner;

/** A process by Java's handle of it, which knows when it started, and does nothing to one that started at another time. */
record HandleProcess(ProcessHandle handle, CommandRunner runner) implements RunningProcess {

    private static final Duration ASKING = Duration.ofSeconds(10);

    @Override
    public Answer ask() {
        if (handle.supportsNormalTermination()) {
            return answer(handle.destroy());
        }
        if (!handle.isAlive()) {
            return Answer.GONE;
        }
        // Windows: Java would end it at once, if this asks its windows to close.
        try {
            int code = runner.run(List.of("taskkill", "/PID", String.valueOf(handle.pid())), "", ASKING)
                    .exitCode();
            return answer(code == 0);
        } catch (IOException _) {
            return answer(false);
        }
    }

    @Override
    public void resume() {
        // Java has no such signal.
    }

    @Override
    public Answer force() {
        return answer(handle.destroyForcibly());
    }

    private Answer answer(boolean sent) {
        if (sent) {
            return Answer.SENT;
        }
        return handle.isAlive() ? Answer.DENIED : Answer.GONE;
    }

    @Override
    public boolean awaitEnd(Duration limit) {
        try {
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException _) {
            return !handle.isAlive();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !handle.isAlive();
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
