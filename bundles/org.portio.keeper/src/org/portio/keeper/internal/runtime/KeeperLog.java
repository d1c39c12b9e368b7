// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.portio.core.system.Places;
import org.portio.core.system.Printable;
import org.portio.core.system.PrivateFiles;

/** The keeper's log, for when nobody is connected: {@code keeper.log}, and the one before it. */
public final class KeeperLog {

    private static final long LARGE = 256 * 1024;

    private final Path file;

    public KeeperLog(Places places) {
        file = file(places);
    }

    public static Path file(Places places) {
        return places.state().resolve("keeper.log");
    }

    /** Adds a line. If that is not possible, the keeper continues: its ports matter more. */
    public synchronized void write(String text) {
        String line = Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + Printable.of(text) + "\n";
        try {
            if (Files.exists(file) && Files.size(file) > LARGE) {
                Files.move(file, file.resolveSibling("keeper.1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            PrivateFiles.append(file, line);
        } catch (IOException _) {
            // There is nobody left to tell.
        }
    }

    /** Adds what went wrong, and where. */
    public void write(String text, Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        write(text + ": " + failure + (frames.length == 0 ? "" : " at " + frames[0]));
    }
}
