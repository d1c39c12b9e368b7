// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyActionTest {

    @Test
    void endsTheProcessOfAPort() {
        RemedyAction action = RemedyAction.of("portio kill --port 8080 --tcp").orElseThrow();

        assertEquals("org.portio.core.ui.endProcessOfPort", action.command());
        assertEquals(
                Map.of("org.portio.core.ui.port", "8080", "org.portio.core.ui.protocol", "TCP"), action.parameters());
    }

    /** Commands that a diagnosis prints to end a process. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "--port 8080 --tcp --address 127.0.0.1                 | 8080 | TCP | 127.0.0.1  | -",
                "--port 53 --udp --connections                         | 53   | UDP | -          | true",
                "--port 53 --udp --address fe80::1%eth0 --connections  | 53   | UDP | fe80::1%eth0 | true"
            })
    void endsTheProcessesOfAPortAtAnAddressOrWithConnections(
            String options, String port, String protocol, String address, String connections) {
        RemedyAction action = RemedyAction.of("portio kill " + options).orElseThrow();

        Map<String, String> expected = new HashMap<>();
        expected.put("org.portio.core.ui.port", port);
        expected.put("org.portio.core.ui.protocol", protocol);
        expected.put("org.portio.core.ui.address", address);
        expected.put("org.portio.core.ui.connections", connections);
        expected.values().removeIf(Objects::isNull);
        assertEquals(expected, action.parameters());
    }

    @Test
    void closesAConnection() {
        RemedyAction action =
                RemedyAction.of("portio close 127.0.0.1:80 [::1]:40000").orElseThrow();

        assertEquals("org.portio.core.ui.closeConnectionBetween", action.command());
        assertEquals(
                Map.of("org.portio.core.ui.local", "127.0.0.1:80", "org.portio.core.ui.remote", "[::1]:40000"),
                action.parameters());
    }

    @Test
    void reservesAPortAndDiagnosesIt() {
        assertEquals(
                Map.of("org.portio.reservation.ui.port", "53", "org.portio.reservation.ui.protocol", "UDP"),
                RemedyAction.of("portio reserve 53 UDP --keep-from-ephemeral")
                        .orElseThrow()
                        .parameters());
        assertEquals(
                "org.portio.core.ui.diagnosePort",
                RemedyAction.of("portio why 53 UDP").orElseThrow().command());
    }

    @Test
    void whatTakesOtherPrivilegesOrIsNotOursIsOnlyCopied() {
        for (String remedy : List.of(
                "",
                "portio",
                "sudo portio why 8080 TCP",
                "net stop winnat && net start winnat",
                "portio kill 12",
                "portio kill --port 8080",
                "portio kill --port 8080 --sctp",
                "portio kill --port 8080 --tcp --force",
                "portio wait --free 8080 TCP",
                "portio close 127.0.0.1:80")) {
            assertEquals(Optional.empty(), RemedyAction.of(remedy), remedy);
        }
    }
}
