// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.system.User;

/**
 * Users by uid, named as in {@code passwd(5)}; a uid without an entry there is its own name, and the one that stands for users
 * from outside of the user namespace is {@code ?}. For one thread at a time.
 */
public final class UserNames {

    private static final String UNKNOWN = "?";
    private static final long LARGEST_UID = 0xffff_fffeL;

    private final Map<Long, User> users = new HashMap<>();

    /** Creates one from the lines of such a file. */
    public UserNames(List<String> passwd) {
        for (String line : passwd) {
            String[] fields = line.split(":");
            if (fields.length > 2 && isNumber(fields[2])) {
                long uid = Long.parseLong(fields[2]);
                users.putIfAbsent(uid, new User(fields[2], fields[0]));
            }
        }
    }

    /** Tells whether it is a uid; the highest number of 32 bits stands for none. */
    private static boolean isNumber(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Long.parseLong(text) <= LARGEST_UID;
    }

    /** Returns those of this machine, as seen from the user namespace of this process. */
    public static UserNames ofSystem() {
        UserNames names = ofPasswd();
        OverflowUid.ofThisProcess().ifPresent(names::hide);
        return names;
    }

    /** Takes the name from a uid that stands for any user who has none here. */
    void hide(long uid) {
        users.put(uid, new User(Long.toString(uid), UNKNOWN));
    }

    private static UserNames ofPasswd() {
        try {
            return new UserNames(Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            log().log(System.Logger.Level.WARNING, "users are shown by number: cannot read /etc/passwd", e);
            return new UserNames(List.of());
        }
    }

    /** Returns whether some user is called so, or has this text as its number. */
    public boolean has(String user) {
        return isNumber(user)
                || users.values().stream().anyMatch(known -> known.name().equals(user));
    }

    /** Returns the user of this uid, below 2 to the 32. */
    public User of(long uid) {
        return users.computeIfAbsent(uid, number -> new User(number.toString(), number.toString()));
    }

    /** Made when there is something to say: to load Java's logging takes longer than to read all connections. */
    private static System.Logger log() {
        return System.getLogger(UserNames.class.getName());
    }
}
