// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portio.testrun.Opened;
import org.portio.testrun.RunReport;

/** The parts of a report: first those that are left, then those that PortIO made, then the calls. */
class RunPartTest {

    @Test
    void eachPartSaysWhereAndWhatCameOfIt() {
        RunReport report = Reports.ended("a")
                .with(
                        RunReport.Record.EXACT,
                        "",
                        List.of(
                                Reports.opened(Opened.Kind.BIND, "::1", 80, 0),
                                Reports.opened(Opened.Kind.LISTEN, "127.0.0.1", 80, 98),
                                Reports.opened(Opened.Kind.CONNECT, "", 0, -1)))
                .withLeaks(List.of(Reports.leak(false), Reports.leak(true)))
                .withChanges(List.of(Reports.REVERTED, Reports.STAYING));

        List<RunPart> parts = RunPart.of(report);

        assertEquals(
                """
                left 0.0.0.0:8000 | LISTEN: python3 -m http.server
                left 0.0.0.0:8000 | LISTEN, process ended: python3 -m http.server
                block TCP 8080 inbound | reverted
                reservation TCP 8081 | the keeper does not answer
                bind [::1]:80 |
                listen 127.0.0.1:80 | failed (errno 98)
                connect | result unknown\
                """,
                parts.stream()
                        .map(part -> (part.what().label() + " " + part.place()).strip() + " | " + part.result())
                        .map(String::strip)
                        .collect(Collectors.joining("\n")));
        assertEquals(
                List.of(0, 3),
                parts.stream().filter(RunPart::problem).map(RunPart::number).toList());
        assertEquals(
                parts.size(), parts.stream().map(RunPart::number).distinct().count());
    }

    @Test
    void whatIsMadeForARunThatRunsIsNoProblem() {
        RunPart part = RunPart.of(RunReport.of(Reports.run("b", "npm")).withChanges(List.of(Reports.STAYING)))
                .getFirst();
        assertEquals("reverted when the run ends", part.result());
        assertFalse(part.problem());
    }

    @Test
    void aRunOfNothingHasNoParts() {
        assertTrue(RunPart.of(Reports.ended("a")).isEmpty());
    }
}
