// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.time.Instant;
import java.util.Objects;
import org.portio.core.system.User;

/**
 * A process. Its identity is (pid, start time): a pid alone is given out again after the process has ended.
 *
 * @param pid process id
 * @param startTime when it started; null if it cannot be known
 * @param name short name, as ps and ss show it; never null
 * @param commandLine the whole command line, arguments separated by spaces; empty if it cannot be read
 * @param executable path of the executable file; empty if it cannot be read
 * @param user whom it runs as; null if it cannot be known
 * @param parentPid process id of its parent; 0 if it has none
 */
public record ProcessInfo(
        long pid, Instant startTime, String name, String commandLine, String executable, User user, long parentPid) {
    public ProcessInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(commandLine, "commandLine");
        Objects.requireNonNull(executable, "executable");
    }
}
