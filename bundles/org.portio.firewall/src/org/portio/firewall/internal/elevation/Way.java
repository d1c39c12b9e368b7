// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.time.Duration;
import java.util.List;
import org.portio.core.system.CommandRunner;

/**
 * One way to run the helper as root.
 *
 * @param command that starts the helper through pkexec or sudo
 * @param runner runs it, and asks for the password if nobody else does
 * @param limit how long it may take, the time for a password included
 */
public record Way(List<String> command, CommandRunner runner, Duration limit) {

    private static final String PKEXEC = "pkexec";
    private static final int PKEXEC_DISMISSED = 126;
    private static final int PKEXEC_DENIED = 127;
    private static final int SUDO_DENIED = 1;

    public Way {
        command = List.copyOf(command);
    }

    /** Returns the name of the program that gives the rights. */
    public String elevator() {
        return isPkexec() ? PKEXEC : "sudo";
    }

    /** Returns whether another way may succeed: pkexec says so if it cannot ask anybody, and also if it was no use to ask. */
    public boolean leavesOthers(int exitCode) {
        return isPkexec() && exitCode == PKEXEC_DENIED;
    }

    /** Returns whether this exit code, without an answer of the helper's, means that there were no rights. */
    public boolean isDenied(int exitCode) {
        return exitCode == (isPkexec() ? PKEXEC_DENIED : SUDO_DENIED);
    }

    /** Returns whether this exit code means that the user was asked, and would not answer. */
    public boolean isDismissed(int exitCode) {
        return isPkexec() && exitCode == PKEXEC_DISMISSED;
    }

    private boolean isPkexec() {
        return command.getFirst().equals(PKEXEC);
    }
}
