// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import org.portio.core.Failure;
import org.portio.core.PortioException;

/** A door could not be opened; the message is for the user. */
public final class DoorException extends PortioException {

    private static final long serialVersionUID = 1L;

    private final Availability.Obstacle obstacle;

    DoorException(Availability.Obstacle obstacle) {
        super(Failure.of(kind(obstacle), obstacle.text()), null);
        this.obstacle = obstacle;
    }

    private static Kind kind(Availability.Obstacle obstacle) {
        return switch (obstacle) {
            case SYSTEM, ARCHITECTURE, KERNEL_TOO_OLD -> Kind.UNSUPPORTED;
            case FORBIDDEN, UNREADABLE -> Kind.PERMISSION;
            case ALREADY_TRACED -> Kind.CONFLICT;
        };
    }

    public Availability.Obstacle obstacle() {
        return obstacle;
    }
}
