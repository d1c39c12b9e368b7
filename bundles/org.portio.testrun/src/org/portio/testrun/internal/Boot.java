// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The run of the system, from one start of the machine to the next. */
public final class Boot {

    private Boot() {}

    /** Returns its id; empty if this system has none. */
    public static String id() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
