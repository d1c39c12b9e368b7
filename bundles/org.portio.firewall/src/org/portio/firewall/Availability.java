// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

/**
 * Whether a backend can be used here.
 *
 * @param explanation what is there or what is missing, and what to do about it; for the user
 */
public record Availability(Status status, String explanation) {

    /** The answer. */
    public enum Status {
        AVAILABLE,
        /** The firewall exists, but this user may not use it. */
        NO_PERMISSION,
        ABSENT,
        /** The firewall is part of another operating system, and can never be used on this one. */
        FOREIGN
    }

    public boolean isAvailable() {
        return status == Status.AVAILABLE;
    }
}
