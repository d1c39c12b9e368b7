// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.User;

/** Users by uid, named as in {@code passwd(5)}; a uid without an entry there is its own name. */
final class UserNames {

    private static final System.Logger LOG = System.getLogger(UserNames.class.getName());

    private final Map<Long, User> users = new HashMap<>();

    UserNames(List<String> passwd) {
        for (String line : passwd) {
            String[] fields = line.split(":");
            if (fields.length > 2 && fields[2].matches("\\d{1,10}")) {
                long uid = Long.parseLong(fields[2]);
                users.putIfAbsent(uid, new User(fields[2], fields[0]));
            }
        }
    }

    static UserNames ofSystem() {
        try {
            return new UserNames(Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "users are shown by number: cannot read /etc/passwd", e);
            return new UserNames(List.of());
        }
    }

    User of(long uid) {
        return users.computeIfAbsent(uid, number -> new User(number.toString(), number.toString()));
    }
}
