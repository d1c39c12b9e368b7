// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.portio.core.system.ActionLog;

/** Action logs for tests that do not look at them: a test must not write into the log of the user who runs it. */
public final class ScratchActions {

    private ScratchActions() {}

    /** Returns a log in a folder of its own, which is deleted when this process ends. */
    public static ActionLog log() {
        try {
            File folder = Files.createTempDirectory("portio-actions").toFile();
            folder.deleteOnExit();
            new File(folder, "port_logs.txt").deleteOnExit();
            return new ActionLog(folder.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
