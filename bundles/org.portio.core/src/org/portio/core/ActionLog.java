// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The file {@code port_logs.txt}: a line for each action that changed something, or tried to. Several processes may write to
 * it at a time; when it has grown large it is kept as {@code port_logs.1.txt}, and a new one begins.
 */
public final class ActionLog {

    private static final long LARGE = 1 << 20;

    private final Path file;

    public ActionLog(Path folder) {
        file = folder.resolve("port_logs.txt");
    }

    /** That of the user who runs this. */
    public static ActionLog of(Places places) {
        return new ActionLog(places.state());
    }

    /**
     * Adds a line as {@code 2026-03-01T12:00:00Z user=ann action=block what="TCP 8080 inbound" by=nftables result=done}.
     *
     * @throws IOException when it cannot be written; what was done is done all the same
     */
    public void write(String action, String what, String by, String result) throws IOException {
        String line = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " user="
                + clean(User.ofSystem().name())
                + " action=" + action + " what=\"" + clean(what) + "\" by=" + by + " result=\"" + clean(result)
                + "\"\n";
        keepOld();
        PrivateFiles.append(file, line);
    }

    private void keepOld() throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGE) {
            Files.move(file, file.resolveSibling("port_logs.1.txt"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A reason that the user gave must not forge lines. */
    private static String clean(String text) {
        return Printable.of(String.valueOf(text)).replace('"', '?');
    }
}
