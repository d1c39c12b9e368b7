// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.testing.Sockets;

class DiagnoseInputTest {

    @Test
    void takesPortsFromOneToTheLast() {
        assertEquals("", problem("1", ""));
        assertEquals("", problem(" 65535 ", ""));
        for (String bad : List.of("0", "65536", "-1", "8o80", "80-90")) {
            assertEquals(
                    "\u201c" + bad + "\u201d is not a valid port. Enter a number from 1 to 65535.", problem(bad, ""));
        }
        assertEquals("Enter a port.", problem("", "127.0.0.1"));
    }

    @Test
    void takesAddressesWrittenAsNumbers() {
        assertEquals("", problem("80", " ::1 "));
        assertEquals("", problem("80", "127.0.0.2"));
        assertEquals("", problem("80", "localhost"));
        assertTrue(problem("80", "example.com").startsWith("\u201cexample.com\u201d is not an IP address."));
        assertTrue(problem("80", "127.0.0.256").contains("is not an IP address."));
    }

    @Test
    void isReadAsASentence() {
        assertEquals("UDP 53", new DiagnoseInput("53", Protocol.UDP, "").text());
        assertEquals("TCP 80 on ::1", new DiagnoseInput("80", Protocol.TCP, "::1").text());
    }

    @Test
    void isThereAgainAfterARestart() {
        DiagnoseInput input = new DiagnoseInput("53", Protocol.UDP, "::1");
        Map<String, String> saved = new HashMap<>();

        input.save(saved::put);

        assertEquals(input, DiagnoseInput.restore(saved::get));
        assertEquals(new DiagnoseInput("", Protocol.TCP, ""), DiagnoseInput.restore(_ -> null));
    }

    @Test
    void isTheLocalPortThatConnectionsHaveInCommon() {
        assertEquals(
                Optional.of(new DiagnoseInput("80", Protocol.TCP, "")),
                DiagnoseInput.of(List.of(Sockets.listener("127.0.0.1", 80), Sockets.listener("::1", 80))));
        assertEquals(Optional.empty(), DiagnoseInput.of(List.of()));
        assertEquals(
                Optional.empty(),
                DiagnoseInput.of(List.of(Sockets.listener("127.0.0.1", 80), Sockets.listener("127.0.0.1", 81))));
    }

    private static String problem(String port, String address) {
        return new DiagnoseInput(port, Protocol.TCP, address).problem();
    }
}
