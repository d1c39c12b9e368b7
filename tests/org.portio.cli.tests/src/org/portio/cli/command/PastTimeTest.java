// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PastTimeTest {

    /** A parser for which it is 15:00 in Berlin, in winter. */
    private final PastTime times =
            new PastTime(Clock.fixed(Instant.parse("2026-03-01T14:00:00Z"), ZoneId.of("Europe/Berlin")));

    @ParameterizedTest
    @CsvSource({
        "now, 2026-03-01T14:00:00Z",
        "14:02, 2026-03-01T13:02:00Z",
        "9:05:07, 2026-03-01T08:05:07Z",
        "15:01, 2026-02-28T14:01:00Z",
        "2h, 2026-03-01T12:00:00Z",
        "1d1h30m, 2026-02-28T12:30:00Z",
        "45s, 2026-03-01T13:59:15Z",
        "yesterday, 2026-02-27T23:00:00Z",
        "yesterday 9:30, 2026-02-28T08:30:00Z",
        "2026-02-01, 2026-01-31T23:00:00Z",
        "2026-02-01 14:02, 2026-02-01T13:02:00Z",
        "2026-02-01T14:02:03.5, 2026-02-01T13:02:03.500Z",
        "2026-02-01T14:02Z, 2026-02-01T14:02:00Z",
        "2026-02-01T14:02+02:00, 2026-02-01T12:02:00Z",
        "2025-07-01 14:02, 2025-07-01T12:02:00Z",
    })
    void readsTimesAsPeopleWriteThem(String text, Instant time) {
        assertEquals(time, times.convert(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "25:00", "14:2", "14", "2 h", "h", "2026-13-01", "yesterday noon", "999999d999999d"})
    void refusesWhatIsNotATime(String text) {
        TypeConversionException failure = assertThrows(TypeConversionException.class, () -> times.convert(text));
        assertEquals(
                "'" + text + "' is not a valid time; write it as 14:02, 2h, yesterday, 2026-03-01 or 2026-03-01T14:02",
                failure.getMessage());
    }

    @Test
    void refusesTheFuture() {
        assertEquals(
                "'2026-03-02' is in the future; give a time of the past",
                assertThrows(TypeConversionException.class, () -> times.convert("2026-03-02"))
                        .getMessage());
    }
}
