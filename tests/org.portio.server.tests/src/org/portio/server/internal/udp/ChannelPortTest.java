// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;

/** Tests the sockets of servers on systems whose kernel PortIO does not call. */
class ChannelPortTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @Test
    void answersTheSenderOfTheLatestDatagram() throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        DatagramChannel channel = DatagramChannel.open().bind(new InetSocketAddress(loopback, 0));
        try (DatagramPort port = new ChannelPort(channel);
                DatagramSocket client = new DatagramSocket(0, loopback)) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.send(new DatagramPacket(new byte[] {'x', 'y'}, 2, port.local()));
            ByteBuffer buffer = ByteBuffer.allocate(100);
            assertEquals(client.getLocalSocketAddress(), port.receive(buffer));
            assertEquals(2, port.answer(buffer.flip()));

            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            client.receive(answer);
            assertEquals(2, answer.getLength());
        }
    }

    @Test
    void closedOneReceivesNothing() throws IOException {
        DatagramPort port = new ChannelPort(DatagramChannel.open().bind(null));
        port.close();
        assertThrows(ClosedChannelException.class, () -> port.receive(ByteBuffer.allocate(1)));
    }
}
