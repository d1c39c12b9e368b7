// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portio.core.notice.Notice.Kind;

/** When it is told, and in which words. */
class NoticeQueueTest {

    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

    private final NoticeQueue queue = new NoticeQueue(Duration.ofSeconds(2), Duration.ofSeconds(8));

    private static Notice opened(String subject) {
        return new Notice(NOW, Kind.OPENED, subject, subject + " opened");
    }

    @Test
    void severalWithinSomeSecondsAreOneMessage() {
        queue.add(opened("TCP 1"), NOW);
        queue.add(opened("TCP 2"), NOW.plusSeconds(1));

        assertEquals(List.of(), queue.take(NOW.plusSeconds(1)));
        assertEquals(List.of(opened("TCP 1"), opened("TCP 2")), queue.take(NOW.plusSeconds(2)));
        assertEquals(Optional.empty(), queue.due());
    }

    @Test
    void theNextMessageWaitsForItsTurn() {
        queue.add(opened("TCP 1"), NOW);
        queue.take(NOW.plusSeconds(2));
        queue.add(opened("TCP 2"), NOW.plusSeconds(3));

        assertEquals(Optional.of(NOW.plusSeconds(10)), queue.due());
        assertEquals(List.of(), queue.take(NOW.plusSeconds(9)));
        assertEquals(List.of(opened("TCP 2")), queue.take(NOW.plusSeconds(10)));
    }

    @Test
    void ofTheSameSubjectOnlyTheLastIsShown() {
        Notice closed = new Notice(NOW, Kind.CLOSED, "TCP 1", "TCP 1 closed");
        queue.add(closed, NOW);
        queue.add(opened("TCP 1"), NOW);

        assertEquals(List.of(opened("TCP 1")), queue.take(NOW.plusSeconds(2)));
    }

    @Test
    void quietHoursMayGoOverMidnight() {
        QuietHours night = QuietHours.parse("22:00-7:00").orElseThrow();

        assertTrue(night.contain(LocalTime.of(23, 0)));
        assertTrue(night.contain(LocalTime.of(6, 59)));
        assertFalse(night.contain(LocalTime.of(7, 0)));
        assertEquals("22:00-07:00", night.toString());
        QuietHours noon = QuietHours.parse("12:00-13:30").orElseThrow();
        assertTrue(noon.contain(LocalTime.of(13, 29)));
        assertFalse(noon.contain(LocalTime.of(11, 59)));
        assertEquals(Optional.empty(), QuietHours.parse("at night"));
        assertEquals(Optional.empty(), QuietHours.parse("25:00-26:00"));
    }

    @Test
    void aMessageIsOneSentenceOrTheFirstOfThem() {
        assertEquals(new NoticeMessage("TCP 1: opened", "TCP 1 opened"), NoticeMessage.of(List.of(opened("TCP 1"))));
        List<Notice> many =
                List.of(opened("1"), opened("2"), opened("3"), opened("4"), opened("5"), opened("6"), opened("7"));
        assertEquals(
                new NoticeMessage("7 changes", "1 opened\n2 opened\n3 opened\n4 opened\n5 opened\nand 2 more"),
                NoticeMessage.of(many));
        assertEquals("a?b: opened", NoticeMessage.of(List.of(opened("a\nb"))).title());
    }

    @Test
    void whatIsWatchedIsReadAsItIsWritten() {
        List<Watch> watches = List.of(Watch.port(80), Watch.program("my app, really"));

        assertEquals(watches, Watch.parseAll(Watch.format(watches)));
        assertEquals(Optional.empty(), Watch.parse("port:0"));
        assertEquals(Optional.empty(), Watch.parse("port:70000"));
        assertEquals(Optional.empty(), Watch.parse("8080"));
        assertEquals(List.of(Watch.port(1)), Watch.parseAll("port:1\nnonsense\nport:1"));
    }
}
