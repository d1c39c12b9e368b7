// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** Listens to this machine's kernel. */
class NetlinkSocketTest {

    private static final int CAPACITY = 8192;
    private static final int MORE_THAN_FITS = 200;

    @Test
    void saysThatTheKernelHadMoreToTellThanItsQueueTakes() throws IOException {
        NetlinkSocket socket = NetlinkSocket.ofSocketGroups(CAPACITY, 1, NetlinkSocket.endGroups());
        try {
            boolean lost = false;
            for (int i = 0; i < MORE_THAN_FITS && !lost; i++) {
                for (int j = 0; j < MORE_THAN_FITS; j++) {
                    new DatagramSocket(0, InetAddress.getLoopbackAddress()).close();
                }
                lost = drain(socket);
            }
            assertTrue(lost, "the queue never ran over");
        } finally {
            socket.close();
        }
    }

    /** Returns whether some were lost. */
    private static boolean drain(NetlinkSocket socket) throws IOException {
        boolean lost = false;
        int received = socket.receiveNow();
        while (received != NetlinkSocket.NOTHING) {
            lost |= received == NetlinkSocket.LOST;
            received = socket.receiveNow();
        }
        return lost;
    }

    @Test
    void doesNotWaitIfThereIsNothing() throws IOException {
        NetlinkSocket socket = NetlinkSocket.ofSocketGroups(CAPACITY, CAPACITY);
        try {
            assertEquals(NetlinkSocket.NOTHING, socket.receiveNow());
        } finally {
            socket.close();
        }
    }

    @Test
    void saysWhyItCannotJoin() {
        IOException failure =
                assertThrows(IOException.class, () -> NetlinkSocket.ofSocketGroups(CAPACITY, CAPACITY, 1000));

        assertTrue(failure.getMessage().contains("errno"));
    }
}
