// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.linux.LinuxConnectionSource;

class MetricsReaderTest {

    private static final int SENT = 70_000;

    @Test
    void tellsWhatCameThroughAConnectionAndNothingOfAListener() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(new byte[SENT]);
            assertTrue(accepted.getInputStream().readNBytes(SENT).length == SENT);

            Map<Long, long[]> measured = new HashMap<>();
            LinuxConnectionSource source = new LinuxConnectionSource();
            source.measure(
                    (key, received, sent, roundTrip, _) -> measured.put(key, new long[] {received, sent, roundTrip}));

            Map<String, Connection> ends = new HashMap<>();
            for (Connection row : source.read().connections()) {
                if (row.local().port() == server.getLocalPort()) {
                    ends.put(row.isListening() ? "listener" : "accepted", row);
                } else if (row.local().port() == client.getLocalPort()) {
                    ends.put("client", row);
                }
            }
            long[] here = measured.get(ends.get("client").platformKey());
            long[] there = measured.get(ends.get("accepted").platformKey());
            assertArrayEquals(new long[] {0, SENT}, new long[] {here[0], here[1]});
            assertArrayEquals(new long[] {SENT, 0}, new long[] {there[0], there[1]});
            assertTrue(here[2] > 0, "there is a round trip");
            assertFalse(measured.containsKey(ends.get("listener").platformKey()));
        }
    }
}
