// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.system;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.portio.core.system.User;

/**
 * The user on whose behalf the helper acts.
 *
 * @param user in the letters of a tag
 * @param elevated whether pkexec or sudo gave the rights for it
 */
public record Caller(String user, boolean elevated) {

    private static final String ROOT = "0";
    private static final String PKEXEC = "PKEXEC_UID";
    private static final String SUDO = "SUDO_UID";
    private static final String DOAS = "DOAS_USER";

    /**
     * Finds out who called. sudo sets its variable always, and may leave that of pkexec as the user has set it; pkexec
     * passes nothing on.
     *
     * @throws IllegalArgumentException if that is uncertain
     */
    public static Caller of(Map<String, String> environment) {
        String pkexec = environment.get(PKEXEC);
        String sudo = environment.get(SUDO);
        if (pkexec != null && sudo != null && !pkexec.equals(sudo)) {
            throw new IllegalArgumentException(PKEXEC + " and " + SUDO + " name different users; unset the wrong one");
        }
        if (environment.containsKey(DOAS) && !"root".equals(environment.get(DOAS))) {
            throw new IllegalArgumentException("doas does not pass on the caller's user ID; use sudo or pkexec");
        }
        String named = Objects.requireNonNullElse(pkexec, Objects.requireNonNullElse(sudo, ""));
        if (pkexec == null && sudo == null) {
            return new Caller(User.ofSystem().id(), false);
        }
        if (!named.matches("\\d{1,10}")) {
            throw new IllegalArgumentException("the caller's user ID is not a number");
        }
        return new Caller(named, true);
    }

    /** Returns whether this is a user who was let use the helper, and nothing more. */
    public boolean limited() {
        return elevated && !ROOT.equals(user);
    }

    /** Returns whether this process was started with the rights of another user than the one who asked for it. */
    static boolean isSomebodyElse(Map<String, String> environment) {
        return Stream.of(PKEXEC, SUDO, DOAS)
                .map(environment::get)
                .anyMatch(user -> user != null && !ROOT.equals(user) && !"root".equals(user));
    }
}
