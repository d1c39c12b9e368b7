// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user as the system knows it.
 *
 * @param id numeric uid in decimal, or a Windows SID; never null
 * @param name account name, or the id if the system has no name for it
 */
public record User(String id, String name) {
    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    private static final String ROOT = "0";

    /** The line of a process's user ids, of which the second is the effective one. */
    private static final Pattern UIDS = Pattern.compile("Uid:\\s+\\d+\\s+(\\d+)\\s.*");

    /** Java's user name if the system's list of users has none. */
    private static final String NO_NAME = "?";

    /**
     * Returns the one who runs this. On Linux, the id is the effective uid; elsewhere it is made of the name, in lower-case letters,
     * digits and dashes.
     */
    public static User ofSystem() {
        String name = System.getProperty("user.name", "");
        boolean named = !name.isBlank() && !name.equals(NO_NAME);
        String id = uid().orElseGet(() -> idOf(named ? name : ""));
        return new User(id, named ? name : id);
    }

    /** Returns whether this is root: by the uid that rights go by or, if the id is made of the name, by the name. */
    public boolean isRoot() {
        return ROOT.equals(id) || "root".equals(id);
    }

    /**
     * Returns the command as this user types it who has root's rights then: with sudo, which knows nobody without a name; for root as it is.
     */
    public String asRoot(String command) {
        return isRoot() ? command : (isNameless() ? "as root: " : "sudo ") + command;
    }

    /** Returns what to do, as a clause: {@code run: sudo COMMAND}. */
    public String runAsRoot(String command) {
        return (isNameless() ? "run " : "run: ") + asRoot(command);
    }

    /** Returns whether the system's list of users lacks this uid; if ids are made of names, everybody has one. */
    boolean isNameless() {
        return name.equals(id) && !isRoot() && id.chars().allMatch(Character::isDigit);
    }

    /** Returns the effective user id of this thread, as Linux gives rights to threads. */
    private static Optional<String> uid() {
        try {
            return Files.readAllLines(Path.of("/proc/thread-self/status"), StandardCharsets.ISO_8859_1).stream()
                    .map(UIDS::matcher)
                    .filter(Matcher::matches)
                    .map(uids -> uids.group(1))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String idOf(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        return id.isEmpty() ? "unknown" : id;
    }
}
