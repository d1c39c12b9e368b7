// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An action as a line of {@code port_logs.txt} has it; see {@link ActionLog#write}.
 *
 * @param time when it was done, to the second
 * @param user name of the user who did it
 * @param action such as {@code block} or {@code kill}
 * @param what what it was done to, as in {@code TCP 8080 inbound}
 * @param by the part of PortIO that did it, such as {@code nftables}
 * @param result what came of it
 */
public record LoggedAction(Instant time, String user, String action, String what, String by, String result) {

    private static final Pattern LINE =
            Pattern.compile("(\\S+) user=(.*?) action=(\\S+) what=\"([^\"]*)\" by=(.*?) result=\"?([^\"]*)\"?");

    /** Reads a line; empty if it is not one, or only a part of one. */
    static Optional<LoggedAction> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LoggedAction(
                    Instant.parse(matcher.group(1)),
                    matcher.group(2),
                    matcher.group(3),
                    matcher.group(4),
                    matcher.group(5),
                    matcher.group(6)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
