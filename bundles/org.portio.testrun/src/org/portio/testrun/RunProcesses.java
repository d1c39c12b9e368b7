// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The processes of a run, found by the environment that each hands down to those that it starts: also those whose parents have
 * ended. One that clears its environment is found only as long as its parents live.
 */
public final class RunProcesses {

    private static final Path PROC = Path.of("/proc");

    private RunProcesses() {}

    /** Returns the pids of those that live and that this user may look at; without this process. */
    public static Set<Long> of(String run) {
        return with(TestRuns.VARIABLE, run);
    }

    /** Returns the same, for processes that have this in their environment. */
    public static Set<Long> with(String variable, String value) {
        Set<Long> pids = new TreeSet<>();
        byte[] entry = (variable + "=" + value).getBytes(StandardCharsets.UTF_8);
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (hasEntry(process.resolve("environ"), entry)) {
                    addWithChildren(Long.parseLong(process.getFileName().toString()), pids);
                }
            }
        } catch (IOException _) {
            // Not Linux: those that this process has started are all that is known.
            ProcessHandle.current().descendants().map(ProcessHandle::pid).forEach(pids::add);
        }
        pids.remove(ProcessHandle.current().pid());
        return pids;
    }

    private static void addWithChildren(long pid, Set<Long> pids) {
        pids.add(pid);
        ProcessHandle.of(pid)
                .ifPresent(
                        process -> process.descendants().map(ProcessHandle::pid).forEach(pids::add));
    }

    private static boolean hasEntry(Path environment, byte[] entry) {
        try {
            byte[] all = Files.readAllBytes(environment);
            for (int start = 0; start + entry.length <= all.length; start = after(all, start)) {
                if (matches(all, start, entry)) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            // Another user's, or it has ended.
            return false;
        }
    }

    private static int after(byte[] all, int start) {
        int end = start;
        while (end < all.length && all[end] != 0) {
            end++;
        }
        return end + 1;
    }

    private static boolean matches(byte[] all, int start, byte[] entry) {
        for (int i = 0; i < entry.length; i++) {
            if (all[start + i] != entry[i]) {
                return false;
            }
        }
        return start + entry.length == all.length || all[start + entry.length] == 0;
    }
}
