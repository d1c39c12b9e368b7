// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Question;
import org.portio.core.port.PortRange;
import org.portio.testing.RecordingRunner;
import org.portio.testing.Sockets;

/** Tests on output of netsh, in English and in German. */
class ExcludedPortsTest {

    private static final String ENGLISH = """

            Protocol tcp Port Exclusion Ranges

            Start Port    End Port
            ----------    --------
                  5357        5357
                 49690       49789
                 50000       50059     *

            * - Administered port exclusions.

            """;

    private static final String GERMAN = """

            Portausschlussbereiche für das Protokoll "tcp"

            Startport      Endport
            ----------    --------
                  5357        5357
                 49690       49789
                 50000       50059     *

            * - Verwaltete Portausschlüsse.

            """;

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, GERMAN})
    void rangesAreReadInAnyLanguage(String listing) {
        assertEquals(Optional.of(new PortRange(5357, 5357)), ExcludedPorts.rangeWith(5357, listing));
        assertEquals(Optional.of(new PortRange(49690, 49789)), ExcludedPorts.rangeWith(49789, listing));
        assertEquals(Optional.of(new PortRange(50000, 50059)), ExcludedPorts.rangeWith(50000, listing));
        assertEquals(Optional.empty(), ExcludedPorts.rangeWith(5358, listing));
        assertEquals(Optional.empty(), ExcludedPorts.rangeWith(49689, listing));
    }

    @Test
    void anExcludedPortIsFoundOnWindows() {
        String command = "netsh interface ipv4 show excludedportrange protocol=tcp";
        RecordingRunner runner = new RecordingRunner().answer(command, ENGLISH);

        List<Finding> findings = new ExcludedPorts(runner, true).find(question(49700));

        assertEquals(1, findings.size());
        assertEquals(Finding.Kind.EXCLUDED, findings.getFirst().kind());
        assertEquals(Finding.Weight.BLOCKS, findings.getFirst().weight());
        assertEquals(
                "Windows excludes ports 49690-49789: nobody can bind them",
                findings.getFirst().what());
        assertEquals(List.of(), new ExcludedPorts(runner, true).find(question(80)));
    }

    @Test
    void nothingIsFoundElsewhereOrWhereTheProgramIsNot() {
        RecordingRunner runner = new RecordingRunner();

        assertEquals(List.of(), new ExcludedPorts(runner, true).find(question(80)));
        assertEquals(1, runner.calls().size());
        assertEquals(List.of(), new ExcludedPorts(runner, false).find(question(80)));
        assertEquals(1, runner.calls().size());
    }

    private static Question question(int port) {
        return new Question(port, Protocol.TCP, "", Sockets.snapshot());
    }
}
