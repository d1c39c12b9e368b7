// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time between two looks: {@code 500ms}, {@code 1s}, {@code 2m}; a plain number is seconds. */
final class IntervalConverter implements ITypeConverter<Duration> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|m)?");
    private static final Duration MIN = Duration.ofMillis(100);

    @Override
    public Duration convert(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is no interval like 500ms, 1s or 2m");
        }
        Duration interval = of(Long.parseLong(matcher.group(1)), matcher.group(2));
        if (interval.compareTo(MIN) < 0) {
            throw new TypeConversionException("'" + text + "' is too short: 100ms at least");
        }
        return interval;
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case null, default -> Duration.ofSeconds(amount);
        };
    }
}
