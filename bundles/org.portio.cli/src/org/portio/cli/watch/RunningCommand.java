// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs one command after another, and leaves none behind if it is stopped. From any thread. */
final class RunningCommand {

    private static final long SECONDS_TO_END = 2;

    /** The exit code of a command that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;
    /** The time in which this process gets the signal as well. */
    private static final long MILLIS_TO_STOP = 500;

    private Process process;
    private boolean stopped;

    /**
     * Runs a command to its end: without input, and with the output of this process.
     *
     * @param variables that it gets besides those of this process
     * @return its exit code
     * @throws InterruptedException if this was stopped
     */
    int run(List<String> command, Map<String, String> variables) throws IOException, InterruptedException {
        Process started = start(command, variables);
        started.getOutputStream().close();
        int code = started.waitFor();
        ended(code);
        return code;
    }

    private synchronized void ended(int code) throws InterruptedException {
        if (code == INTERRUPTED && !stopped) {
            // A terminal interrupts the command and this process, in any order.
            wait(MILLIS_TO_STOP);
        }
        if (stopped) {
            throw new InterruptedException("stopped");
        }
        process = null;
    }

    private synchronized Process start(List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        if (stopped) {
            throw new InterruptedException("stopped");
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        builder.environment().putAll(variables);
        process = builder.start();
        return process;
    }

    /** Ends the command that runs, with all that it has started, and runs no more. Returns when it has ended. */
    void stop() {
        Process last;
        synchronized (this) {
            stopped = true;
            notifyAll();
            last = process;
        }
        if (last != null && last.isAlive()) {
            end(last);
        }
    }

    private static void end(Process last) {
        // Before it ends: nobody knows its children afterwards.
        List<ProcessHandle> all =
                Stream.concat(Stream.of(last.toHandle()), last.descendants()).toList();
        all.forEach(ProcessHandle::destroy);
        try {
            last.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
