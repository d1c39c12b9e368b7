// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Says how to get a right that an action lacks. The advice fits who asks: sudo helps nobody who is root. */
public final class MissingRight {

    private static final Path STATUS = Path.of("/proc/thread-self/status");

    private MissingRight() {}

    /** Returns whether root runs this, by the uid that rights go by. */
    public static boolean isRoot() {
        try (Stream<String> lines = Files.lines(STATUS, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Uid:")).anyMatch(line -> "0".equals(line.split("\\s+")[2]));
        } catch (IOException | RuntimeException _) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    /** Returns text such as {@code run it with sudo}; for root, which has been denied all the same, the capability that is missing. */
    public static String advice(String capability) {
        return isRoot() ? "the capability " + capability + " is missing, although this is root" : withRights("run it");
    }

    /** Returns what to do for somebody who is not root: {@code run it with sudo}. */
    public static String withRights(String what) {
        return what + (User.ofSystem().isNameless() ? " as root" : " with sudo");
    }

    /** Returns the command as somebody types it who has the rights then: with sudo, unless root asks or sudo knows no such user. */
    public static String command(String command) {
        return User.ofSystem().asRoot(command);
    }
}
