// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.Locale;

/** What keeps the owners of sockets out of sight; each has another remedy. */
public enum Obstacle {
    /** The system shows the sockets of other users' processes to root only. */
    OTHER_USERS,
    /** {@code /proc} is mounted with {@code hidepid}: other users' processes are not even listed. */
    HIDEPID,
    /** Run as root, but without the capability to look into any process. */
    CAP_SYS_PTRACE,
    /** Run as root, but without the capability to read any directory. */
    CAP_DAC_READ_SEARCH,
    /** Root in a user namespace of its own only. */
    USER_NAMESPACE,
    /** In a pid namespace of its own, as in a container: other processes are outside. */
    PID_NAMESPACE,
    /** Privileged, and refused all the same, as by a security module. */
    POLICY;

    /** Lower-case name with dashes, as in {@code pid-namespace}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
