// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
    private static final Instant NOON = Instant.parse("2026-03-01T11:00:00Z");

    @Test
    void roundNumbersAreRoundTimesWhereTheUserIs() {
        assertEquals("12:00:30", scale(Duration.ofMinutes(1)).label(12 * 3600 + 30));
        assertEquals("12:00:30", scale(Duration.ofMinutes(8)).label(12 * 60 + 0.5));
        assertEquals("12:10", scale(Duration.ofMinutes(15)).label(12 * 60 + 10));
        assertEquals("14:00", scale(Duration.ofHours(6)).label(14));
        assertEquals("03-03 00:00", scale(Duration.ofDays(7)).label(2));
    }

    @Test
    void aTimeIsTheSameAfterItWasANumber() {
        for (Duration length : new Duration[] {Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(30)}) {
            TimeScale scale = scale(length);
            Instant time = NOON.plusMillis(123_456);
            assertEquals(time, scale.time(scale.number(time)));
        }
    }

    private static TimeScale scale(Duration length) {
        return TimeScale.of(new TimeRange(NOON, NOON.plus(length)), ZURICH);
    }
}
