// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.feed.FeedException;
import org.portio.feed.FeedReport;

/** The lines that say how the feed stands, and what to do. */
class FeedTextTest {

    private static final String START = "<a href=\"org.portio.feed.ui.start\">Start...</a>";
    private static final String STOP = "<a href=\"org.portio.feed.ui.stop\">Stop</a>";

    @Test
    void oneThatDoesNotRunSaysWhyAndWhatToDo() {
        assertTrue(state(Reports.OFF).startsWith("The feed is off."), state(Reports.OFF));
        assertTrue(state(Reports.OFF).endsWith(START), state(Reports.OFF));
        assertEquals("The feed is on, and no keeper is running. " + START, state(failing("")));
        assertEquals(
                "The feed is on, but does not run: it is in use. It is tried again every 10 s. " + STOP,
                state(failing("it is in use")));
    }

    @Test
    void oneThatRunsHasItsFigures() throws FeedException {
        assertEquals(
                "On since 2026-03-01 12:00:00: 1,234 events, 1.3 a second. " + STOP,
                state(Reports.running("a", false, 0, 1234, 1234)));
        assertTrue(state(Reports.running("a", false, 3, 1, 1)).endsWith(" Queues of subscribers that were full: 3."));
    }

    @Test
    void itSaysWhoMayReadIt() throws FeedException {
        FeedReport encrypted = Reports.running("a", false, 0, 1, 1);
        assertTrue(FeedText.keys(new FeedState(encrypted, List.of())).startsWith("Nobody is allowed to read it yet."));
        assertTrue(FeedText.keys(new FeedState(encrypted, List.of("me", "you"))).startsWith("May read it: me, you."));
        assertEquals(
                "Every user of this machine can read it: it was started with --plain.",
                FeedText.keys(new FeedState(Reports.running("a", true, 0, 1, 1), List.of())));
    }

    private static FeedReport failing(String why) {
        return new FeedReport(true, null, "", why, List.of(), List.of());
    }

    private static String state(FeedReport report) {
        return FeedText.state(report, ZoneOffset.UTC);
    }
}
