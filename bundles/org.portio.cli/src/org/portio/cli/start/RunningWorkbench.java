// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The workbench that this start would only raise. Seen by the mark that {@code org.portio.app.LastEnd} leaves while it runs: one
 * glance, and nothing is decided by it but whether there is a splash.
 */
final class RunningWorkbench {

    /** The system property in which the start script passes the location of PortIO's state. */
    private static final String STATE = "portio.state";

    private static final String MARK = "running";

    private RunningWorkbench() {}

    /** Returns whether the process that left its mark is there; the directory is that of {@code -data}, null for the usual one. */
    static boolean isSeen(String directory) {
        String state = System.getProperty(STATE);
        if (directory == null && state == null) {
            return false;
        }
        try {
            Path area = directory == null ? Path.of(state, "workbench") : Path.of(directory);
            long pid = Long.parseLong(Files.readString(area.resolve(MARK)).strip());
            return ProcessHandle.of(pid).isPresent();
        } catch (IOException | NumberFormatException | InvalidPathException _) {
            return false;
        }
    }
}
