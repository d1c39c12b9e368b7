// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndImpact;
import org.portio.core.process.ProcessState;
import org.portio.testing.Sockets;
import org.portio.ui.TimeText;

class ImpactTextTest {

    private static final ProcessInfo JAVA = Sockets.process(12, "java");

    @Test
    void namesEachPortClientsAndChildren() {
        Connection web = Sockets.listener("127.0.0.1", 8080, JAVA);
        Connection dns = Sockets.udp(Sockets.endpoint("::", 53), null, JAVA);
        EndImpact impact = new EndImpact(
                JAVA, ProcessState.RUNNING, List.of(web, dns), List.of(), 3, List.of(Sockets.process(13, "sh")), "");

        List<String> lines = lines(impact);

        assertEquals("Process: java (PID 12)", lines.get(0));
        assertEquals("User: root", lines.get(1));
        assertEquals(
                "Started: " + TimeText.moment(Sockets.TIME, ZoneId.systemDefault()), lines.get(2), "as in every table");
        assertEquals(
                List.of(
                        "Ports: TCP 127.0.0.1:8080 (LISTEN), UDP [::]:53 (unconnected)",
                        "Clients: 3 connections to these ports will break",
                        "Children: sh (PID 13); they keep running"),
                lines.subList(3, 6));
    }

    @Test
    void leavesOutWhatIsNotHitOrNotKnown() {
        ProcessInfo unknown = new ProcessInfo(12, null, "java", "", "", null, 0);

        assertEquals(
                List.of("Process: java (PID 12)", "Ports: none"),
                lines(new EndImpact(unknown, ProcessState.UNKNOWN, List.of(), List.of(), 0, List.of(), "")));
    }

    @Test
    void countsWhatWouldBeTooMuchToRead() {
        List<Connection> many = IntStream.range(0, 20)
                .mapToObj(i -> Sockets.listener("127.0.0.1", 8000 + i, JAVA))
                .toList();

        String ports = lines(new EndImpact(JAVA, ProcessState.RUNNING, many, List.of(), 1, List.of(), ""))
                .get(3);

        assertTrue(ports.endsWith("TCP 127.0.0.1:8011 (LISTEN) and 8 more"), ports);
    }

    @Test
    void saysThatItIsStopped() {
        EndImpact impact = new EndImpact(JAVA, ProcessState.STOPPED, List.of(), List.of(), 0, List.of(), "");

        assertEquals("State: stopped", lines(impact).get(3));
    }

    @Test
    void ofSeveralProcessesOnlyThoseChildrenStayThatAreNotEnded() {
        ProcessInfo worker = Sockets.process(13, "java");
        List<ProcessInfo> children = List.of(worker, Sockets.process(14, "sh"));
        EndImpact impact = new EndImpact(JAVA, ProcessState.STOPPED, List.of(), List.of(), 1, children, "");

        assertEquals(
                List.of(
                        "java (PID 12)",
                        "root",
                        "none",
                        "stopped; 1 connection to these ports will break; sh (PID 14); they keep running",
                        JAVA.commandLine()),
                ImpactText.cells(impact, List.of(JAVA, worker)));
        assertEquals(
                ImpactText.titles().size(),
                ImpactText.cells(impact, List.of(JAVA)).size());
    }

    private static List<String> lines(EndImpact impact) {
        return ImpactText.lines(impact).stream()
                .map(line -> line.name() + ": " + line.value())
                .toList();
    }
}
