// SPDX-License-Identifier: EPL-2.0
package org.portio.example.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.core.Protocol.UDP;
import static org.portio.junit.HandOver.ANY;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.portio.junit.HeldPort;
import org.portio.junit.NoPortLeaks;

/** Two ports as parameters of a test method, both kept until the very bind. */
class DatagramTest {

    @Test
    @NoPortLeaks
    void aDatagramArrives(
            @HeldPort(protocol = UDP, handOver = ANY) int from, @HeldPort(protocol = UDP, handOver = ANY) int to)
            throws IOException {
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket sender = new DatagramSocket(from);
                DatagramSocket receiver = new DatagramSocket(to)) {
            sender.send(new DatagramPacket(text, text.length, InetAddress.getLoopbackAddress(), to));
            DatagramPacket received = new DatagramPacket(new byte[16], 16);
            receiver.receive(received);
            assertEquals(from, received.getPort());
        }
    }
}
