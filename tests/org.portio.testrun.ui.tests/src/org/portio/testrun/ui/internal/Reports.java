// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.time.Instant;
import java.util.List;
import org.portio.core.Protocol;
import org.portio.testrun.Change;
import org.portio.testrun.Holding;
import org.portio.testrun.Leak;
import org.portio.testrun.Opened;
import org.portio.testrun.RunReport;
import org.portio.testrun.TestRun;

/** Reports for tests. */
final class Reports {

    static final Instant STARTED = Instant.parse("2026-03-01T12:00:00Z");

    static final Change REVERTED = new Change(new Holding(Holding.Kind.BLOCK, "1", "TCP 8080 inbound"), true, "");
    static final Change STAYING = new Change(
            new Holding(Holding.Kind.RESERVATION, "TCP 8081", "TCP 8081"), false, "the keeper does not answer");

    private Reports() {}

    static TestRun run(String id, String... command) {
        return new TestRun(id, TestRun.Kind.WITH, List.of(command), "", 42, "boot", STARTED, null, false);
    }

    /** Returns one of a run that ended 1.5 s after it began. */
    static RunReport ended(String id) {
        return RunReport.of(run(id, "mvn", "verify")).ended(STARTED.plusMillis(1500), RunReport.End.EXITED, 0);
    }

    static Leak leak(boolean ended) {
        return new Leak(
                7,
                "python3",
                "python3 -m http.server",
                Protocol.TCP,
                "0.0.0.0:8000",
                "",
                "LISTEN",
                STARTED.plusSeconds(1),
                ended);
    }

    static Opened opened(Opened.Kind kind, String address, int port, int error) {
        return new Opened(STARTED.plusMillis(10), kind, 7, "python3", Protocol.TCP, address, port, error);
    }
}
