// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.testing.Sockets;

class EndCommandTest {

    private static final ProcessInfo ONE = Sockets.process(1001, "one");
    private static final ProcessInfo TWO = Sockets.process(1002, "two");

    private static Connection at(String address, ProcessInfo... owners) {
        return Sockets.tcp(Endpoint.of(address, 80), null, TcpState.LISTEN, owners);
    }

    private static String command(String asked, Connection socket, Connection... others) {
        List<Connection> all = new ArrayList<>(List.of(others));
        all.add(socket);
        return EndCommand.of(socket, all, asked);
    }

    @Test
    void isShortIfNobodyElseHasThePort() {
        assertEquals("kill --port 80 --tcp", command("", at("127.0.0.1", ONE)));
        assertEquals("kill --port 80 --tcp", command("", at("0.0.0.0", ONE), at("::", ONE)));
    }

    @Test
    void keepsTheAddressThatWasAsked() {
        assertEquals("kill --port 80 --tcp --address 127.0.0.1", command("127.0.0.1", at("0.0.0.0", ONE)));
        assertEquals(
                "kill --port 80 --tcp --address localhost", command("localhost", at("127.0.0.1", ONE), at("::1", ONE)));
    }

    @Test
    void namesTheSocketsOwnAddressIfTheAskedOneIsAnothers() {
        Connection socket = at("127.0.0.2", TWO);

        assertEquals("kill --port 80 --tcp --address 127.0.0.2", command("127.0.0.1", socket, at("127.0.0.1", ONE)));
    }

    @Test
    void namesTheAddressIfAnotherProcessHasThePortElsewhere() {
        Connection socket = at("127.0.0.1", ONE);

        assertEquals("kill --port 80 --tcp --address 127.0.0.1", command("", socket, at("127.0.0.2", TWO)));
        assertEquals("kill --port 80 --tcp --address 127.0.0.1", command("", socket, at("::1")));
    }

    @Test
    void namesTheInterfaceIfThatIsAllThatDiffers() {
        assertEquals(
                "kill --port 80 --tcp --address 0.0.0.0%eth0",
                command("", at("0.0.0.0%eth0", ONE), at("0.0.0.0%eth1", TWO)));
        assertEquals(
                "kill --port 80 --tcp --address fe80::1%eth0",
                command("", at("fe80::1%eth0", ONE), at("fe80::1%eth1", TWO)));
    }

    @Test
    void namesTheProcessIfNoAddressTellsThemApart() {
        assertEquals("kill 1001", command("", at("127.0.0.1", ONE), at("0.0.0.0", TWO)));
        assertEquals("kill 1001", command("*", at("0.0.0.0%eth0", ONE), at("0.0.0.0", TWO)));
        assertEquals("kill --port 80 --tcp --address 0.0.0.0", command("", at("0.0.0.0", TWO), at("127.0.0.1", ONE)));
    }

    @Test
    void endsAGroupAtOnePlaceTogether() {
        Connection one = at("0.0.0.0", ONE);

        assertEquals("kill --port 80 --tcp", command("", one, at("0.0.0.0", TWO), at("::", TWO)));
    }

    @Test
    void neverWritesWhatAShellExpands() {
        assertEquals("kill --port 80 --tcp --address 0.0.0.0", command("*", at("0.0.0.0", ONE)));
    }

    @Test
    void namesConnectionsOfAPortThatNobodyHolds() {
        Endpoint here = Endpoint.parse("127.0.0.1:5000");
        Connection connected = Sockets.udp(here, Endpoint.parse("127.0.0.1:53"), ONE);

        assertEquals("kill --port 5000 --udp --connections", command("", connected));
    }
}
