// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kinds of numbers in a column, by which a filter knows how they are written. */
public enum Measure {

    /** Names rather than amounts, such as ports: digits alone. */
    NUMBER(Map.of(), "number", "%1$s:80, %1$s:80-90, %1$s:>80 or %1$s:80,90"),

    /** Amounts, such as bytes: {@code 1500}, {@code 10k}, {@code 1.5M}, {@code 2MiB}, or {@code 2MB} for powers of 1000. */
    AMOUNT(amounts(), "number", "%1$s:80, %1$s:80-90, %1$s:>10k or %1$s:80,90"),

    /** Nanoseconds: {@code 20ms}, {@code 1.5s}, {@code 5m}, {@code 2h}, {@code 7d}; a number alone is seconds. */
    DURATION(durations(), "time", "%1$s:<20ms, %1$s:>1.5s, %1$s:5m-10m or %1$s:>2h");

    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,18})(?:\\.(\\d{0,9}))?([a-z\u00b5]*)");

    private final Map<String, Long> units;
    private final String noun;
    private final String examples;

    Measure(Map<String, Long> units, String noun, String examples) {
        this.units = units;
        this.noun = noun;
        this.examples = examples;
    }

    /**
     * A number that is written with a unit.
     *
     * @param step the least that the number could have been written more: 1 for 80, 1024 for 3k, 100 ms for 1.5s
     */
    record Quantity(BigDecimal value, long step) {}

    private static Map<String, Long> amounts() {
        return Map.ofEntries(
                Map.entry("", 1L),
                Map.entry("b", 1L),
                Map.entry("k", 1L << 10),
                Map.entry("ki", 1L << 10),
                Map.entry("kib", 1L << 10),
                Map.entry("kb", 1_000L),
                Map.entry("m", 1L << 20),
                Map.entry("mi", 1L << 20),
                Map.entry("mib", 1L << 20),
                Map.entry("mb", 1_000_000L),
                Map.entry("g", 1L << 30),
                Map.entry("gi", 1L << 30),
                Map.entry("gib", 1L << 30),
                Map.entry("gb", 1_000_000_000L),
                Map.entry("t", 1L << 40),
                Map.entry("ti", 1L << 40),
                Map.entry("tib", 1L << 40),
                Map.entry("tb", 1_000_000_000_000L));
    }

    private static Map<String, Long> durations() {
        return Map.ofEntries(
                Map.entry("", 1_000_000_000L),
                Map.entry("ns", 1L),
                Map.entry("us", 1_000L),
                Map.entry("\u00b5s", 1_000L),
                Map.entry("ms", 1_000_000L),
                Map.entry("s", 1_000_000_000L),
                Map.entry("m", 60_000_000_000L),
                Map.entry("min", 60_000_000_000L),
                Map.entry("h", 3_600_000_000_000L),
                Map.entry("d", 86_400_000_000_000L),
                Map.entry("w", 604_800_000_000_000L));
    }

    /** Reads what is in lower case; empty if it is written otherwise. */
    Optional<Quantity> parse(String text) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches() || units.isEmpty() && matcher.end(1) < text.length()) {
            return Optional.empty();
        }
        Long unit = units.isEmpty() ? Long.valueOf(1) : units.get(matcher.group(3));
        if (unit == null) {
            return Optional.empty();
        }
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        BigDecimal value = new BigDecimal(matcher.group(1) + "." + decimals + "0").multiply(BigDecimal.valueOf(unit));
        long step = BigDecimal.valueOf(unit).movePointLeft(decimals.length()).longValue();
        // There is no half of a byte.
        return step == 0 ? Optional.empty() : Optional.of(new Quantity(value, step));
    }

    /** Returns whether the text is a number of this measure together with its unit. */
    boolean isWithUnit(String text) {
        return !text.isEmpty()
                && !Character.isDigit(text.charAt(text.length() - 1))
                && parse(text).isPresent();
    }

    /** Returns what is said of a text that is not one. */
    WrongFilterException refusal(String name, String text) {
        return new WrongFilterException(
                "\"" + text + "\" is not a " + noun + ". Write " + examples.formatted(name) + ".");
    }

    /** Returns what is said of a number that no cell can have. */
    WrongFilterException tooLarge(String name, String text, long most) {
        return this == DURATION
                ? new WrongFilterException("\"" + text + "\" is too long; write a time of at most 10000d.")
                : WrongFilterException.tooLarge(text, name, most);
    }
}
