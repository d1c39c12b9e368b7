// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.testing.Sockets;

class EndTesterTest {

    private static final Connection OWNED = Sockets.listener("127.0.0.1", 8080, Sockets.process(12, "java"));

    @ParameterizedTest
    @CsvSource({"HIDDEN,hidden", "UNKNOWN,hidden", "OUTSIDE,outside", "KERNEL,kernel", "NONE,nobody", "CLOSED,nobody"})
    void saysWhyThereIsNoProcessToEnd(Ownership ownership, String why) {
        assertEquals(why, EndTester.whyNot(List.of(socket(ownership))));
    }

    @Test
    void needsNoReasonIfOneCanBeEndedOrNothingIsSelected() {
        assertEquals("", EndTester.whyNot(List.of()));
        assertEquals("", EndTester.whyNot(List.of(socket(Ownership.HIDDEN), OWNED)));
    }

    @Test
    void namesOfSeveralReasonsTheOneThatTheUserCanDoMostAbout() {
        assertEquals("hidden", EndTester.whyNot(List.of(socket(Ownership.KERNEL), socket(Ownership.HIDDEN))));
    }

    @Test
    void saysWhyAConnectionCannotBeClosed() {
        Connection open = Sockets.tcp(at(8080), at(40000), TcpState.ESTABLISHED);
        Connection udp = Sockets.udp(at(53), null);
        Connection udpWithPeer = Sockets.udp(at(53), at(40000));
        assertEquals("", EndTester.whyNotClosable(List.of()));
        assertEquals("", EndTester.whyNotClosable(List.of(open)));
        assertEquals("unconnected", EndTester.whyNotClosable(List.of(OWNED)));
        assertEquals("unconnected", EndTester.whyNotClosable(List.of(open, OWNED)));
        assertEquals("udp", EndTester.whyNotClosable(List.of(udp)));
        assertEquals("udp", EndTester.whyNotClosable(List.of(udpWithPeer)));
        assertEquals("udp", EndTester.whyNotClosable(List.of(open, OWNED, udp)));
    }

    private static Endpoint at(int port) {
        return Sockets.endpoint("127.0.0.1", port);
    }

    private static Connection socket(Ownership ownership) {
        Connection socket = Sockets.listener("127.0.0.1", 80);
        return socket.with().owners(socket.owners(), ownership).build();
    }
}
