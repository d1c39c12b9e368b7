// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.feed.FeedException;
import org.portio.feed.PublishedEvent;

/** The newest events, gathered from one report after another. */
class TailTest {

    private final Tail tail = new Tail();

    @Test
    void itKeepsTheNewestOfAll() throws FeedException {
        assertEquals(0, tail.seen());
        assertFalse(tail.take(Reports.running("a", false, 0, 1, 600)));
        assertFalse(tail.take(Reports.running("a", false, 0, 601, 1200)));

        assertEquals(1200, tail.seen());
        assertEquals(Tail.MOST, tail.events().size());
        assertEquals(201, tail.events().getFirst().number());
    }

    @Test
    void anotherRunBeginsAnew() throws FeedException {
        tail.take(Reports.running("a", false, 0, 1, 5));

        assertTrue(tail.take(Reports.running("b", false, 0, 6, 7)), "what it asked for was of the other run");
        assertEquals(0, tail.seen());
        assertFalse(tail.take(Reports.running("b", false, 0, 1, 7)));
        assertEquals(7, tail.seen());
    }

    @Test
    void nothingIsLeftOfAFeedThatWasStopped() throws FeedException {
        tail.take(Reports.running("a", false, 0, 1, 5));

        tail.take(Reports.OFF);

        assertEquals(List.<PublishedEvent>of(), tail.events());
    }
}
