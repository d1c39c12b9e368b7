// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.PortAftermath;
import org.portio.core.process.PortAftermath.State;
import org.portio.testing.Sockets;

class GroupReportTest {

    private static final ProcessInfo MASTER = Sockets.process(12, "nginx");
    private static final ProcessInfo WORKER = Sockets.process(13, "nginx");
    private static final EndTarget TARGET = new EndTarget(List.of(MASTER, WORKER), new PortName(Protocol.TCP, 8080));

    @Test
    void isOneResultForAll() {
        EndReport report = report(false, free(), end(MASTER, Outcome.ENDED), end(WORKER, Outcome.GONE));

        assertEquals("2 of 2 processes have ended.\nTCP 8080 is free.", report.text());
        assertTrue(report.isGood());
        assertFalse(report.offersForce());
    }

    @Test
    void forcesOnlyThoseThatStillRun() {
        EndReport report = report(false, null, end(MASTER, Outcome.ENDED), end(WORKER, Outcome.STILL_RUNNING));

        assertEquals(List.of(WORKER), report.stubborn());
        assertEquals(
                "1 of 2 processes have ended.\nnginx (PID 13) is still running.\nKill those that are still"
                        + " running? Unsaved work is lost.",
                report.text());
        assertFalse(report(true, null, end(MASTER, Outcome.ENDED), end(WORKER, Outcome.STILL_RUNNING))
                .offersForce());
    }

    @Test
    void isNotGoodIfOneWasNotEnded() {
        EndReport report = report(
                false,
                new PortAftermath(State.TAKEN, "nginx (PID 13) has the port", List.of()),
                end(MASTER, Outcome.ENDED),
                new End(WORKER, Outcome.DENIED, "it belongs to user root"));

        assertEquals(
                "1 of 2 processes have ended.\nnginx (PID 13) was not ended: it belongs to user root.\nTCP 8080 is not"
                        + " free: nginx (PID 13) has the port.",
                report.text());
        assertFalse(report.isGood());
    }

    private static PortAftermath free() {
        return new PortAftermath(State.FREE, "", List.of());
    }

    private static End end(ProcessInfo process, Outcome outcome) {
        return new End(process, outcome, "");
    }

    private static EndReport report(boolean forced, PortAftermath port, End... ends) {
        return EndReport.of(TARGET, forced, Duration.ofSeconds(5), new EndResult(List.of(ends), port));
    }
}
