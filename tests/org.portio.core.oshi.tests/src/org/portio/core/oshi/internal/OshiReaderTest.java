// SPDX-License-Identifier: EPL-2.0
package org.portio.core.oshi.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.address.AddressFamily;
import org.portio.core.system.User;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

class OshiReaderTest {

    private static final byte[] ANY = new byte[4];
    private static final byte[] ANY6 = new byte[16];
    private static final byte[] LOCALHOST = {127, 0, 0, 1};
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
    private static final User ADA = new User("1000", "ada");
    private static final List<ProcessInfo> OWNER = List.of(new ProcessInfo(42, null, "java", "", "", ADA, 1));

    @Test
    void givesAListenerNoPeer() {
        Connection connection = read("tcp4", ANY, 80, ANY, 0, TcpState.LISTEN, OWNER);

        assertEquals(org.portio.core.TcpState.LISTEN, connection.state());
        assertEquals("0.0.0.0:80", connection.local().toString());
        assertNull(connection.remote());
        assertEquals(OWNER, connection.owners());
        assertEquals(ADA, connection.user());
    }

    @Test
    void keepsFamilyAndQueues() {
        IPConnection row = new IPConnection("tcp6", MAPPED, 8080, MAPPED, 40000, TcpState.ESTABLISHED, 7, 3, 42);

        Connection connection = OshiReader.connection(row, OWNER);

        assertEquals(AddressFamily.IPV6, connection.family());
        assertEquals("[::ffff:127.0.0.1]:8080", connection.local().toString());
        assertEquals("[::ffff:127.0.0.1]:40000", connection.remote().toString());
        assertEquals(new Queues(3, 7), connection.queues());
    }

    @Test
    void givesUdpNoState() {
        Connection open = read("udp6", ANY6, 53, ANY6, 0, TcpState.NONE, OWNER);
        Connection connected = read("udp4", LOCALHOST, 40000, LOCALHOST, 53, TcpState.ESTABLISHED, OWNER);

        assertEquals(Protocol.UDP, open.protocol());
        assertNull(open.state());
        assertNull(open.remote());
        assertNull(connected.state());
        assertEquals("127.0.0.1:53", connected.remote().toString());
    }

    @Test
    void callsAnOwnerHiddenOnlyWhereOneMustBe() {
        assertTrue(read("tcp4", ANY, 22, ANY, 0, TcpState.LISTEN, List.of()).ownerHidden());
        assertTrue(read("udp4", ANY, 53, ANY, 0, TcpState.NONE, List.of()).ownerHidden());
        assertFalse(read("tcp4", LOCALHOST, 22, LOCALHOST, 40000, TcpState.TIME_WAIT, List.of())
                .ownerHidden());
        assertFalse(read("tcp4", LOCALHOST, 22, LOCALHOST, 40000, TcpState.FIN_WAIT_2, List.of())
                .ownerHidden());
        assertFalse(read("tcp4", ANY, 22, ANY, 0, TcpState.LISTEN, OWNER).ownerHidden());
    }

    @Test
    void knowsEachStateOfOshi() {
        for (TcpState state : TcpState.values()) {
            Connection connection = read("tcp4", LOCALHOST, 1, LOCALHOST, 2, state, OWNER);

            assertTrue(connection.state() != null, () -> state + " has no counterpart");
        }
    }

    private static Connection read(
            String type,
            byte[] local,
            int port,
            byte[] remote,
            int remotePort,
            TcpState state,
            List<ProcessInfo> owners) {
        return OshiReader.connection(new IPConnection(type, local, port, remote, remotePort, state, 0, 0, 0), owners);
    }
}
