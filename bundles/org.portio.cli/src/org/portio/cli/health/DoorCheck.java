// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import org.portio.core.system.User;
import org.portio.trace.Availability;

/** Tells whether the calls of programs that PortIO starts can be answered here. */
record DoorCheck(Availability availability, User user) {

    private static final String WHAT = "programs";

    HealthReport.Result result() {
        return availability.isAvailable()
                ? new HealthReport.Result(
                        true, WHAT, "their own calls can be answered: any program can be handed a port", "")
                : new HealthReport.Result(
                        isToBeExpected(),
                        WHAT,
                        "their own calls cannot be answered: "
                                + availability.obstacle().text(),
                        remedy());
    }

    /** Nobody can change it from here. */
    private boolean isToBeExpected() {
        return switch (availability.obstacle()) {
            case SYSTEM, ARCHITECTURE, ALREADY_TRACED -> true;
            case KERNEL_TOO_OLD, FORBIDDEN, UNREADABLE -> false;
        };
    }

    private String remedy() {
        return switch (availability.obstacle()) {
            case SYSTEM, ARCHITECTURE, ALREADY_TRACED -> "";
            case KERNEL_TOO_OLD -> "use a system with Linux 5.19 or later";
            case FORBIDDEN -> "allow the system call seccomp in the container or sandbox that this runs in";
            case UNREADABLE -> user.asRoot("sysctl -w kernel.yama.ptrace_scope=1");
        };
    }
}
