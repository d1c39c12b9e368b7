// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.PortAftermath;
import org.portio.core.process.PortAftermath.State;
import org.portio.testing.Sockets;

class EndReportTest {

    private static final EndTarget ALONE = new EndTarget(List.of(Sockets.process(12, "java")), null);
    private static final EndTarget OF_PORT =
            new EndTarget(List.of(Sockets.process(12, "java")), new PortName(Protocol.TCP, 8080));

    @Test
    void saysThatThePortIsFreeOnlyWhereOneWasAskedFor() {
        assertEquals("java (PID 12) has ended.", text(ALONE, Outcome.ENDED, ""));
        assertEquals("java (PID 12) has ended. TCP 8080 is free.", ended(State.FREE, ""));
    }

    @Test
    void saysWhatConnectionsLeaveBehind() {
        String detail = "nobody listens on TCP 8080 any more; 2 connections are in TIME-WAIT for up to 60 s";

        assertEquals(
                "java (PID 12) has ended. Nobody listens on TCP 8080 any more; 2 connections are in TIME-WAIT for up to"
                        + " 60 s.",
                ended(State.FREE_WITH_REUSE, detail));
    }

    @Test
    void saysHowAStoppedProcessWasEnded() {
        assertEquals("java (PID 12) has ended: it was continued.", text(ALONE, Outcome.ENDED, "it was continued"));
    }

    @Test
    void saysWhoHasThePortNow() {
        assertEquals(
                "java (PID 12) has ended, but TCP 8080 is not free: java (PID 13) has the port.",
                ended(State.TAKEN, "java (PID 13) has the port"));
    }

    @Test
    void saysThatAReservedPortIsHeldAgain() {
        assertEquals(
                "java (PID 12) has ended. PortIO holds TCP 8080 again.",
                ended(State.KEPT, "PortIO holds TCP 8080 again"));
    }

    @Test
    void offersForceOnceOnly() {
        EndReport asked = report(OF_PORT, false, Outcome.STILL_RUNNING, "");
        EndReport forced = report(OF_PORT, true, Outcome.STILL_RUNNING, "");

        assertTrue(asked.offersForce());
        assertEquals("java (PID 12) is still running after 5 seconds. Kill it? Unsaved work is lost.", asked.text());
        assertFalse(forced.offersForce());
        assertTrue(forced.text().startsWith("java (PID 12) is still running, although it was killed."));
    }

    @Test
    void saysWhatWasNotTouched() {
        assertEquals("java (PID 12) had already ended. Nothing was done.", text(OF_PORT, Outcome.GONE, ""));
        assertEquals(
                "java (PID 12) no longer holds TCP 8080. It was left running.", text(OF_PORT, Outcome.PORT_LEFT, ""));
    }

    @Test
    void saysWhyItWasNotEnded() {
        String detail = "java (PID 12) belongs to user root; run with its privileges";

        assertEquals("Not ended: " + detail + ".", text(ALONE, Outcome.DENIED, detail));
        assertEquals("Not ended: PID 12 is PortIO itself.", text(ALONE, Outcome.REFUSED, "PID 12 is PortIO itself."));
    }

    private static String text(EndTarget target, Outcome outcome, String detail) {
        return report(target, false, outcome, detail).text();
    }

    private static EndReport report(EndTarget target, boolean forced, Outcome outcome, String detail) {
        return report(
                target, forced, new EndResult(List.of(new End(target.processes().getFirst(), outcome, detail)), null));
    }

    private static String ended(State state, String detail) {
        End end = new End(OF_PORT.processes().getFirst(), Outcome.ENDED, "");
        PortAftermath port = new PortAftermath(state, detail, List.of());
        return report(OF_PORT, false, new EndResult(List.of(end), port)).text();
    }

    private static EndReport report(EndTarget target, boolean forced, EndResult result) {
        return EndReport.of(target, forced, Duration.ofSeconds(5), result);
    }
}
