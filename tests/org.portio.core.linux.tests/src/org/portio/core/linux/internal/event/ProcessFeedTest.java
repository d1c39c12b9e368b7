// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.ProcessBegan;
import org.portio.core.event.ProcessExecuted;
import org.portio.core.event.ProcessExited;

/** Reads messages as Linux 6.18 sent them on x86: process 2364 starts /bin/true as process 2406. */
class ProcessFeedTest {

    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");
    private static final String CONNECTOR = "4c0000000300000001000000000000000100000001000000010000000000000028000000";
    private static final String FORK =
            CONNECTOR + "0100000001000000f6e3ddfd700200003c0900003c0900006609000066090000" + "0000000000000000";
    private static final String EXEC =
            CONNECTOR + "0200000001000000e81ef6fd70020000660900006609000000000000000000000000" + "000000000000";
    private static final String EXIT =
            CONNECTOR + "0000008001000000b3e701fe70020000660900006609000000000000110000003c09" + "00003c090000";

    @Test
    void tellsTheBeginTheProgramAndTheEndOfAProcess() {
        assertEquals(List.of(new ProcessBegan(NOW, 2406, 2364)), parse(FORK));
        assertEquals(List.of(new ProcessExecuted(NOW, 2406)), parse(EXEC));
        assertEquals(List.of(new ProcessExited(NOW, 2406)), parse(EXIT));
    }

    @Test
    void leavesOutThreads() {
        assertEquals(List.of(), parse(FORK.replace("6609000066090000", "6709000066090000")));
        assertEquals(List.of(), parse(EXIT.replace("6609000066090000", "6709000066090000")));
    }

    @Test
    void skipsMessagesOfOtherKindsAndShortOnes() {
        assertEquals(List.of(), parse(CONNECTOR + "0000000001000000f6e3ddfd7002000000000000" + "00".repeat(20)));
        assertEquals(List.of(), parse(FORK.substring(0, 80)));
    }

    private static List<KernelEvent> parse(String message) {
        byte[] bytes = HexFormat.of().parseHex(message);
        List<KernelEvent> events = new ArrayList<>();
        ProcessFeed.parse(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), bytes.length, NOW, events::add);
        return events;
    }
}
