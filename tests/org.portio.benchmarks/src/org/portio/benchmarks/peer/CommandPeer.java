// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.peer;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command as a whole process, from its start to its end; its output is discarded. */
public record CommandPeer(String name, List<String> command) implements Peer {

    /** The longest that any command may take, in seconds. */
    private static final long PATIENCE = 120;

    @Override
    public long measure() throws IOException {
        long start = System.nanoTime();
        int code = run(command);
        long time = System.nanoTime() - start;
        // 1 is "nothing found" for lsof, and "free" for check-port; above that, nothing was measured but a failure.
        if (code > 1) {
            throw new IOException(name + " ended with code " + code);
        }
        return time;
    }

    /** Runs a command to its end and gives its exit code. */
    static int run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                throw new IOException(command + " did not finish within " + PATIENCE + " seconds");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        } finally {
            process.destroyForcibly();
        }
    }
}
