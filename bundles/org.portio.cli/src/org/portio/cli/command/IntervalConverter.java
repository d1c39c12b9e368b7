// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as {@code 500ms}, {@code 1s}, {@code 2m}, {@code 3h}, {@code 4d}; a plain number is seconds. */
public final class IntervalConverter implements ITypeConverter<Duration> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)?");

    private final String kind;
    private final String min;
    private final String max;

    private IntervalConverter(String kind, String min, String max) {
        this.kind = kind;
        this.min = min;
        this.max = max;
    }

    /** Returns a time between two looks. */
    public static IntervalConverter betweenLooks() {
        return new IntervalConverter("interval; write it as 500ms, 1s or 2m", "100ms", "3650d");
    }

    /** Returns how long something lasts. */
    public static IntervalConverter lasting() {
        return new IntervalConverter("time; write it as 30s, 15m, 2h or 1d", "1s", "3650d");
    }

    /** Returns how long something is kept. */
    public static IntervalConverter keeping() {
        return new IntervalConverter("time; write it as 12h or 7d", "1h", "3650d");
    }

    @Override
    public Duration convert(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a valid " + kind);
        }
        Duration time = of(matcher);
        if (time.compareTo(of(min)) < 0) {
            throw new TypeConversionException("'" + text + "' is too short; the minimum is " + min);
        }
        if (time.compareTo(of(max)) > 0) {
            throw new TypeConversionException("'" + text + "' is too long; the maximum is " + max);
        }
        return time;
    }

    private static Duration of(String text) {
        Matcher matcher = TEXT.matcher(text);
        matcher.matches();
        return of(matcher);
    }

    private static Duration of(Matcher matcher) {
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            case null, default -> Duration.ofSeconds(amount);
        };
    }
}
