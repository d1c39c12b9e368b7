// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a time of the past as people write it: {@code 14:02}, the latest such time; {@code 2h} or {@code 1h30m} ago;
 * {@code yesterday}, {@code yesterday 14:02}; {@code 2026-03-01}, {@code 2026-03-01 14:02} or ISO 8601, with an offset or
 * without.
 */
public final class PastTime implements ITypeConverter<Instant> {

    public static final String HELP = "a time as 14:02 (the latest), 2h (ago), 'yesterday 9:30' or 2026-03-01T14:02";

    private static final Pattern AGO =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String YESTERDAY = "yesterday";

    private final Clock clock;

    public PastTime(Clock clock) {
        this.clock = clock;
    }

    /** Returns the same for the clock of this machine, whose zone is asked for only once a time is to be read. */
    public static ITypeConverter<Instant> ofSystem() {
        return text -> new PastTime(Clock.systemDefaultZone()).convert(text);
    }

    @Override
    public Instant convert(String text) {
        Instant time;
        try {
            time = read(text.strip());
        } catch (DateTimeException | ArithmeticException _) {
            throw notATime(text);
        }
        if (time.isAfter(clock.instant())) {
            throw new TypeConversionException("'" + text + "' is in the future; give a time of the past");
        }
        return time;
    }

    private static TypeConversionException notATime(String text) {
        return new TypeConversionException("'" + text + "' is not a valid time; write it as 14:02, 2h, yesterday,"
                + " 2026-03-01 or 2026-03-01T14:02");
    }

    private Instant read(String text) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        if (text.equals("now")) {
            return now.toInstant();
        }
        Matcher ago = AGO.matcher(text);
        if (!text.isEmpty() && ago.matches()) {
            return now.toInstant().minus(duration(ago));
        }
        if (text.startsWith(YESTERDAY)) {
            return yesterday(
                    text.substring(YESTERDAY.length()), now.toLocalDate().minusDays(1));
        }
        Matcher time = CLOCK.matcher(text);
        if (time.matches()) {
            ZonedDateTime today = at(now.toLocalDate(), time);
            return (today.isAfter(now) ? at(now.toLocalDate().minusDays(1), time) : today).toInstant();
        }
        return DAY.matcher(text).matches()
                ? LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant()
                : iso(text.replace(' ', 'T'));
    }

    private Instant yesterday(String rest, LocalDate day) {
        if (rest.isEmpty()) {
            return day.atStartOfDay(clock.getZone()).toInstant();
        }
        Matcher time = CLOCK.matcher(rest.strip());
        if (!time.matches()) {
            throw new DateTimeException(rest);
        }
        return at(day, time).toInstant();
    }

    private Instant iso(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            return LocalDateTime.parse(text).atZone(clock.getZone()).toInstant();
        }
    }

    private ZonedDateTime at(LocalDate day, Matcher time) {
        return day.atTime(LocalTime.of(number(time, 1), number(time, 2), number(time, 3)))
                .atZone(clock.getZone());
    }

    private static Duration duration(Matcher ago) {
        return Duration.ofDays(number(ago, 1))
                .plusHours(number(ago, 2))
                .plusMinutes(number(ago, 3))
                .plusSeconds(number(ago, 4));
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
