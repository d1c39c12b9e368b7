// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.core.TcpMetrics;

/** Tests on a structure that has grown with the kernel's versions: 104, 152, 208 bytes and more. */
class TcpInfoTest {

    private static final int AT = 8;

    private final ByteBuffer message = ByteBuffer.allocate(AT + 248);

    @BeforeEach
    void fill() {
        message.putInt(AT + 16, 1448).putInt(AT + 68, 30_250).putInt(AT + 72, 15_000);
        message.putInt(AT + 80, 10).putInt(AT + 100, -1);
        message.putLong(AT + 120, 5_000_000_000L).putLong(AT + 128, 7).putInt(AT + 148, 29_000);
        message.putLong(AT + 200, 6_000_000_000L);
    }

    @Test
    void readsAllOfAPresentKernel() {
        TcpMetrics expected = new TcpMetrics(
                Duration.ofNanos(30_250_000),
                Duration.ofMillis(15),
                Duration.ofMillis(29),
                6_000_000_000L,
                5_000_000_000L,
                7,
                4_294_967_295L,
                10,
                1448);

        assertEquals(expected, TcpInfo.read(message, AT, 248));
    }

    @Test
    void leavesOutWhatAnOlderKernelDoesNotTell() {
        assertEquals(-1, TcpInfo.read(message, AT, 200).bytesSent());
        assertEquals(7, TcpInfo.read(message, AT, 200).bytesReceived());
        assertNull(TcpInfo.read(message, AT, 148).minimumRoundTrip());
        assertEquals(-1, TcpInfo.read(message, AT, 104).bytesReceived());
        assertEquals(10, TcpInfo.read(message, AT, 104).congestionWindow());
        assertNull(TcpInfo.read(message, AT, 80));
    }

    @Test
    void knowsThatThereIsNoShortestRoundTripYet() {
        message.putInt(AT + 148, -1);

        assertNull(TcpInfo.read(message, AT, 248).minimumRoundTrip());
    }
}
