// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTextTest {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KiB", "104857600, 100 MiB", "9223372036854775807, 8.0 EiB"})
    void bytesHaveTheUnitInWhichTheyAreFewDigits(long bytes, String text) {
        assertEquals(text, UnitText.bytes(bytes));
        assertEquals(text + "/s", UnitText.of("rate", bytes));
    }

    @ParameterizedTest
    @CsvSource({"45, 0.045 ms", "12345, 12.3 ms", "1200000, 1.20 s"})
    void roundTripsAreMilliseconds(long micros, String text) {
        assertEquals(text, UnitText.of("rttMicros", micros));
    }

    @ParameterizedTest
    @CsvSource({"5, 5 s", "200, 3 min 20 s", "7500, 2 h 5 min", "273600, 3 d 4 h"})
    void longTimesAreToldInTwoUnits(long seconds, String text) {
        assertEquals(text, UnitText.seconds(seconds));
    }
}
