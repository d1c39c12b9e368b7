// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import java.util.Locale;

/** Amounts as people read them, with a unit and no more digits than they need. */
public final class UnitText {

    private static final long KIBI = 1024;
    private static final double MANY = 100;
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private static final long MICROS_IN_SECOND = 1_000_000;
    private static final double MICROS_IN_MILLI = 1000;
    private static final long SECONDS_IN_MINUTE = 60;
    private static final long SECONDS_IN_HOUR = 3600;
    private static final long SECONDS_IN_DAY = 86_400;

    private UnitText() {}

    /** Returns the value of a field with its unit, if it is one of {@link Measurements}; else the number. */
    public static String of(String field, long value) {
        return switch (field) {
            case "bytesReceived", "bytesSent" -> bytes(value);
            case "rate" -> bytes(value) + "/s";
            case "rttMicros" -> micros(value);
            default -> String.valueOf(value);
        };
    }

    /** Returns text such as {@code 512 B}, {@code 1.5 KiB} or {@code 120 MiB}. */
    public static String bytes(long bytes) {
        double amount = bytes;
        int size = 0;
        while (amount >= KIBI && size < SIZES.length - 1) {
            amount /= KIBI;
            size++;
        }
        return decimal(amount, size > 0 && amount < MANY ? 1 : 0) + " " + SIZES[size];
    }

    /** Returns text such as {@code 0.045 ms}, {@code 12.3 ms} or {@code 1.20 s}. */
    public static String micros(long micros) {
        if (micros >= MICROS_IN_SECOND) {
            return decimal((double) micros / MICROS_IN_SECOND, 2) + " s";
        }
        double millis = micros / MICROS_IN_MILLI;
        return decimal(millis, millis < 1 ? 3 : 1) + " ms";
    }

    /** Returns text such as {@code 5 s}, {@code 3 min 20 s}, {@code 2 h 5 min} or {@code 3 d 4 h}. */
    public static String seconds(long seconds) {
        if (seconds < SECONDS_IN_MINUTE) {
            return seconds + " s";
        }
        if (seconds < SECONDS_IN_HOUR) {
            return seconds / SECONDS_IN_MINUTE + " min " + seconds % SECONDS_IN_MINUTE + " s";
        }
        return seconds < SECONDS_IN_DAY
                ? seconds / SECONDS_IN_HOUR + " h " + seconds % SECONDS_IN_HOUR / SECONDS_IN_MINUTE + " min"
                : seconds / SECONDS_IN_DAY + " d " + seconds % SECONDS_IN_DAY / SECONDS_IN_HOUR + " h";
    }

    private static String decimal(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }
}
