// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.portio.core.system.PrivateFiles;

/**
 * Finds out how the workbench ended the last time: a mark is in its directory while it runs, and is left there by one that crashed or was
 * killed. Told once: each start sets its own mark.
 *
 * @param pid of the process that left its mark; empty if the last one ended as it should, or there was none
 * @param report what Java wrote when it crashed; null if it did not
 */
record LastEnd(String pid, Path report) {

    private static final String MARK = "running";
    private static final int HEADER_LINES = 20;

    /** Looks for the mark in the workbench's directory, which this process has for itself, and sets its own. */
    static LastEnd note(Path area, Path state) {
        Path mark = area.resolve(MARK);
        try {
            String pid = Files.exists(mark) ? Files.readString(mark).strip() : "";
            write(mark, String.valueOf(ProcessHandle.current().pid()));
            mark.toFile().deleteOnExit(); // also when a signal asks the process to end
            return of(pid, state);
        } catch (IOException | RuntimeException e) {
            ILog.of(LastEnd.class).warn(NLS.bind(Messages.LastEnd_notKnown, mark), e);
            return new LastEnd("", null);
        }
    }

    private static void write(Path mark, String text) throws IOException {
        try (FileChannel file = PrivateFiles.open(
                mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(StandardCharsets.US_ASCII.encode(text));
        }
    }

    private static LastEnd of(String pid, Path state) {
        if (!pid.matches("\\d{1,19}")) {
            return new LastEnd("", null);
        }
        Path report = state.resolve("crash-" + pid + ".log");
        Path unnamed = state.resolve("crash.log");
        return new LastEnd(pid, Files.exists(report) ? report : isOf(pid, unnamed) ? unnamed : null);
    }

    /** Returns whether Java wrote this file when that process crashed: the Windows program cannot give it a name with the process in it. */
    private static boolean isOf(String pid, Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.limit(HEADER_LINES).anyMatch(line -> line.contains("pid=" + pid + ","));
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    /** Says so: of a crash in a dialog that is in nobody's way, of another end without notice in the Error Log. */
    void tell(Shell window) {
        if (report != null) {
            ILog.of(LastEnd.class).error(NLS.bind(Messages.LastEnd_crashed, pid, report));
            new Notice(window, Messages.LastEnd_title, Messages.LastEnd_whatToDo, report.toString()).open();
        } else if (!pid.isEmpty()) {
            ILog.of(LastEnd.class).warn(NLS.bind(Messages.LastEnd_killed, pid));
        }
    }
}
