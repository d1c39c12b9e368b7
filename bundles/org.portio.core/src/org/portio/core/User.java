// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * A user as the system knows it.
 *
 * @param id numeric uid in decimal, or a Windows SID; never null
 * @param name account name, or the id where the system has no name for it
 */
public record User(String id, String name) {
    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /**
     * The one who runs this. On Linux, the id is the uid, which owns a process's directory below {@code /proc}; elsewhere it
     * is made of the name, in lower-case letters, digits and dashes.
     */
    public static User ofSystem() {
        String name = System.getProperty("user.name", "");
        try {
            long uid = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") & 0xffffffffL;
            // A question mark is what Java says where the system has no name for the user.
            boolean nameless = name.isEmpty() || name.equals("?");
            return new User(String.valueOf(uid), nameless ? String.valueOf(uid) : name);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
            return new User(id.isEmpty() ? "unknown" : id, name);
        }
    }
}
