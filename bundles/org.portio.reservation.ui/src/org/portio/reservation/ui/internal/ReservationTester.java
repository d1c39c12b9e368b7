// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.core.expressions.PropertyTester;
import org.portio.reservation.HoldState;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.ui.internal.run.ProgramRuns;

/** Tells the commands' enablement what can be done with a reservation. */
public final class ReservationTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof ReservationStatus row
                && switch (property) {
                    case "canRun" -> canRun(row);
                    case "canStop" -> ProgramRuns.ofWorkbench().isRunning(row.key());
                    case "canRetry" -> canRetry(row);
                    case "unrunnable" -> expected.equals(whyNotRun(row));
                    default -> false;
                };
    }

    /** Returns whether there is a program to run, and a port to hand over to it. */
    static boolean canRun(ReservationStatus row) {
        return whyNotRun(row).isEmpty();
    }

    /** Returns the reason as the label of the command shows it; empty if the program can be run. */
    private static String whyNotRun(ReservationStatus row) {
        if (row.reservation().executable().isEmpty()) {
            return "noExecutable";
        }
        if (ProgramRuns.ofWorkbench().isRunning(row.key()) || row.state() == HoldState.LENT) {
            return "inUse";
        }
        return row.state() == HoldState.HELD || row.state() == HoldState.UNPROVEN ? "" : "notHeld";
    }

    static boolean canRetry(ReservationStatus row) {
        return switch (row.state()) {
            case CONFLICT, DENIED, UNPROVEN -> true;
            case HELD, LENT -> false;
        };
    }
}
