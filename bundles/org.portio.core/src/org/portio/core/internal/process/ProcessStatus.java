// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.portio.core.process.ProcessState;

/** Reads {@code /proc/PID/status}, in which the kernel writes a name's line breaks as {@code \n}. Linux only. */
record ProcessStatus(Path proc) {

    private static final String STATE = "State:";
    private static final String USERS = "Uid:";

    /** Returns the state of the process; that of another thread if its first one has ended. */
    ProcessState state(long pid) {
        ProcessState state = stateOf(proc.resolve(Long.toString(pid)));
        return state == ProcessState.ENDED ? stateOfThreads(pid) : state;
    }

    private ProcessState stateOfThreads(long pid) {
        try (Stream<Path> threads = Files.list(proc.resolve(pid + "/task"))) {
            return threads.map(ProcessStatus::stateOf)
                    .filter(state -> state != ProcessState.ENDED && state != ProcessState.UNKNOWN)
                    .findFirst()
                    .orElse(ProcessState.ENDED);
        } catch (IOException _) {
            return ProcessState.ENDED;
        }
    }

    private static ProcessState stateOf(Path directory) {
        String state = value(directory, STATE);
        return state.isEmpty() ? ProcessState.UNKNOWN : ProcessState.of(state.charAt(0));
    }

    /** Returns its real and its saved uid, which kill(2) compares with those of whoever sends a signal; empty if it has ended. */
    Set<String> masters(long pid) {
        String[] uids = value(proc.resolve(Long.toString(pid)), USERS).split("\\s+");
        return uids.length < 3 ? Set.of() : Set.copyOf(List.of(uids[0], uids[2]));
    }

    private static String value(Path directory, String name) {
        try (Stream<String> lines = Files.lines(directory.resolve("status"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException | UncheckedIOException _) {
            return ""; // it has ended
        }
    }
}
