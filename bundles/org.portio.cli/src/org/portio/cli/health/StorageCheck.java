// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Checks whether reservations and the journal of blocks can be written, without writing anything.
 *
 * @param data the directory that must take them, which need not exist yet
 */
record StorageCheck(Path data) {

    private static final String WHAT = "files";
    private static final long MEGABYTE = 1_000_000;

    HealthReport.Result result() {
        Path there = data;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return new HealthReport.Result(
                    false,
                    WHAT,
                    data + " cannot be written to: nothing can be reserved or blocked",
                    "become the owner of " + there + ", or set PORTIO_HOME to a directory of your own");
        }
        try {
            return space(Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return new HealthReport.Result(false, WHAT, "cannot tell how much space " + there + " has: " + e, "");
        }
    }

    private HealthReport.Result space(long bytes) {
        boolean enough = bytes >= MEGABYTE;
        String text = String.format(Locale.ROOT, "in %s, %,d MB free", data, bytes / MEGABYTE);
        return new HealthReport.Result(enough, WHAT, text, enough ? "" : "free some space on the disk of " + data);
    }
}
