// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.internal.system.ProcessCommandRunner;

/** Runs programs of the system. Adapters take one, so that tests of every system's adapter run on every system. */
@FunctionalInterface
@ConsumerType
public interface CommandRunner {

    /** The result of a command: its exit code and all that it wrote. */
    public record Result(int exitCode, String out, String err) {}

    /**
     * Runs a command to its end. No shell reads the arguments; messages are in English if the program has them.
     *
     * @param input what it reads from standard input; empty for nothing
     * @param limit how long it may take before it is ended
     * @throws IOException if there is no such program, or it took too long; the message says which
     */
    Result run(List<String> command, String input, Duration limit) throws IOException;

    /** Starts processes that get nothing of this one's environment. */
    static CommandRunner withoutEnvironment(String path) {
        return new ProcessCommandRunner(path);
    }

    /** Returns one that starts processes. */
    static CommandRunner ofSystem() {
        return new ProcessCommandRunner(null);
    }
}
