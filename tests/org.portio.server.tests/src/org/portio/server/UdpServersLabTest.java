// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** UDP servers on all addresses of a machine that has several, and some of them only later. */
class UdpServersLabTest {

    private static final int PORT = 9003;
    private static final String GROUP = "239.77.0.1";

    private final RunningServers servers = RunningServers.inThisProcess();
    private Lab lab;

    @BeforeEach
    void makeLab() throws IOException {
        Lab.assumePossible();
        lab = Lab.open();
    }

    @AfterEach
    void removeLab() throws Exception {
        servers.close();
        if (lab != null) {
            lab.close();
        }
    }

    private void startEcho() throws IOException {
        lab.server().call(() -> {
            try {
                return servers.start(new ServerRequest(PORT, Protocol.UDP, ServerMode.ECHO, "", null));
            } catch (ServerException e) {
                throw new IOException(e);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.77.0.1", "10.77.0.5", "fd77::1", "fd77::5"})
    void answersFromSecondaryAddressesToo(String asked) throws Exception {
        startEcho();
        lab.server().sh("ip addr add 10.77.0.5/24 dev eth0; ip addr add fd77::5/64 dev eth0 nodad");
        assertEquals(LabHost.Outcome.CONNECTED, lab.client().datagram(asked, PORT));
    }

    /** An answer cannot come from such an address: it comes from one of the server's own. */
    @Test
    void answersABroadcast() throws Exception {
        startEcho();
        assertEquals(new InetSocketAddress("10.77.0.1", PORT), whoAnswers("10.77.0.255"));
    }

    /** The same as with Java's own sockets: each socket joins groups for itself. */
    @Test
    void groupThatAnotherProgramHasJoinedIsNotAnswered() throws Exception {
        startEcho();
        try (MulticastSocket member = lab.server().call(() -> new MulticastSocket(PORT + 1))) {
            lab.server().call(() -> {
                member.joinGroup(new InetSocketAddress(GROUP, 0), NetworkInterface.getByName("eth0"));
                return null;
            });
            assertThrows(SocketTimeoutException.class, () -> whoAnswers(GROUP));
        }
        assertEquals(new InetSocketAddress("10.77.0.1", PORT), whoAnswers("10.77.0.1"));
        assertEquals(1, servers.list().getFirst().bytesReceived());
    }

    private InetSocketAddress whoAnswers(String asked) throws IOException {
        return lab.client().call(() -> {
            try (MulticastSocket socket =
                    new MulticastSocket(new InetSocketAddress(lab.client().address(), 0))) {
                socket.setNetworkInterface(NetworkInterface.getByName("eth0"));
                socket.setBroadcast(true);
                socket.setSoTimeout(3000);
                DatagramPacket packet = new DatagramPacket(new byte[1], 1, new InetSocketAddress(asked, PORT));
                socket.send(packet);
                socket.receive(packet);
                return (InetSocketAddress) packet.getSocketAddress();
            }
        });
    }
}
