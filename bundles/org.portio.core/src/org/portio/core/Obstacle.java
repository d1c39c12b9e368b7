// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.Locale;

/** A reason why the owners of sockets are not visible; each has another remedy. */
public enum Obstacle {
    /** The system shows the sockets of other users' processes to root only. */
    OTHER_USERS("run with privileges"),
    /** Run as root, but without the capability to look into any process. */
    CAP_SYS_PTRACE("the capability CAP_SYS_PTRACE is missing"),
    /** Run as root, but without the capability to read any directory. */
    CAP_DAC_READ_SEARCH("the capability CAP_DAC_READ_SEARCH is missing"),
    /** Root, but of a user namespace other than the machine's. */
    USER_NAMESPACE("root has no rights outside this user namespace"),
    /** {@code /proc} is mounted with {@code hidepid}: other users' processes are not even listed. */
    HIDEPID("/proc is mounted with hidepid"),
    /** This pid namespace is not the machine's, for example in a container: processes outside it are never shown. */
    PID_NAMESPACE("processes outside this container are not shown"),
    /** Privileged, but refused nevertheless, for example by a security module. */
    POLICY("the system refuses even root");

    private final String explanation;

    Obstacle(String explanation) {
        this.explanation = explanation;
    }

    /** Returns one phrase for the user: what is in the way, or what to do about it. */
    public String explanation() {
        return explanation;
    }

    /** Lower-case name with dashes, as in {@code pid-namespace}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
