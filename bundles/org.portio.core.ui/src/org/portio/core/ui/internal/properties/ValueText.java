// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.eclipse.osgi.util.NLS;
import org.portio.core.system.User;
import org.portio.ui.TimeText;

/** Values as they are read; an unknown one, which is null, is an empty text. */
final class ValueText {

    private static final double MICROS_IN_MILLI = 1000;
    private static final double MILLIS_IN_SECOND = 1000;

    private ValueText() {}

    static String user(User user) {
        if (user == null) {
            return "";
        }
        return user.name().equals(user.id()) ? user.id() : user.name() + " (" + user.id() + ")";
    }

    static String time(Instant time) {
        return TimeText.moment(time, ZoneId.systemDefault());
    }

    /** Returns text such as {@code 12:00:01}. */
    static String timeOfDay(Instant time) {
        LocalTime local = LocalTime.ofInstant(time, ZoneId.systemDefault());
        return DateTimeFormatter.ISO_LOCAL_TIME.format(local.truncatedTo(ChronoUnit.SECONDS));
    }

    static String number(long number) {
        return "%,d".formatted(number);
    }

    static String bytes(long number) {
        return counted(number, Messages.ValueText_byte, Messages.ValueText_bytes);
    }

    /** Returns the number in the one of two texts that goes with it. */
    static String counted(long number, String one, String several) {
        return NLS.bind(number == 1 ? one : several, number(number));
    }

    /** Formats a time to the microsecond, the kernel's unit of measurement. */
    static String milliseconds(Duration time) {
        return time == null
                ? ""
                : NLS.bind(Messages.ValueText_milliseconds, "%,.3f".formatted(time.toNanos() / 1000 / MICROS_IN_MILLI));
    }

    /** Formats a short time with a decimal that can still be followed, a long one in hours, minutes and seconds. */
    static String duration(Duration time) {
        if (time.compareTo(Duration.ofMinutes(1)) < 0) {
            return NLS.bind(Messages.ValueText_seconds, "%.1f".formatted(time.toMillis() / MILLIS_IN_SECOND));
        }
        return time.toHours() == 0
                ? NLS.bind(Messages.ValueText_minutes, time.toMinutesPart(), time.toSecondsPart())
                : NLS.bind(
                        Messages.ValueText_hours,
                        new Object[] {time.toHours(), time.toMinutesPart(), time.toSecondsPart()});
    }
}
