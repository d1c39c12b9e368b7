// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A run: what PortIO makes for it ends with it.
 *
 * @param id names it among the runs of its user; lower-case letters, digits and hyphens
 * @param command the program and its arguments; empty if it has none
 * @param parent id of the run that it was started in, with which it ends too; empty for none
 * @param pid process whose end is its end; 0 if it ends by time alone
 * @param boot run of the system in which it began, as Linux names it; empty if that is not known
 * @param until when it ends by time; null for never
 * @param endLeaks whether processes that it leaves behind with open sockets are ended
 */
public record TestRun(
        String id,
        Kind kind,
        List<String> command,
        String parent,
        long pid,
        String boot,
        Instant started,
        Instant until,
        boolean endLeaks) {

    private static final int LONGEST = 100;

    /** The command that began a run. */
    public enum Kind {
        /** A command whose processes are watched: {@code portio with}. */
        WITH,
        /** Ports that are held for a command or for a time: {@code portio lease}. */
        LEASE;

        /** Lower-case name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TestRun {
        command = List.copyOf(command);
    }

    /** Returns its words for a user, such as {@code the test run m1x2-3 (mvn verify)}. */
    public String text() {
        String what = kind == Kind.LEASE ? "the lease " : "the test run ";
        String words = String.join(" ", command);
        String shown = words.length() > LONGEST ? beginning(words) + "..." : words;
        return what + id + (command.isEmpty() ? "" : " (" + shown + ")");
    }

    /** A character that takes two units of Java's is not cut in halves. */
    private static String beginning(String words) {
        return words.substring(0, Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
