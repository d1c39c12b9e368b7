// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.math.BigDecimal;
import java.util.List;

/** Numbers from the first to the last, both included, neither below 0. */
record NumberRange(long first, long last) {

    /** 18 digits always fit a long. */
    private static final int MOST_DIGITS = 18;

    /** The longer ones before those that they begin with. */
    private static final List<String> OPERATORS = List.of(">=", "<=", ">", "<", "=");

    /** Returns whether the value is the begin of one, and says nothing yet. */
    static boolean isUnfinished(String value) {
        return value.isEmpty() || value.equals("-") || OPERATORS.contains(value);
    }

    /** Returns what the value compares with, such as {@code >=}; empty if it is a number or a range. */
    static String operator(String value) {
        return OPERATORS.stream().filter(value::startsWith).findFirst().orElse("");
    }

    /**
     * Reads {@code 80}, {@code 80-90}, {@code 80-}, {@code -90}, {@code >80}, {@code >=80}, {@code <80}, {@code <=80} or
     * {@code =80}. A number with a unit stands for all that are written so: {@code 5m} for what is between 5 and 6 minutes.
     *
     * @param name of the column, for the message
     * @param most the largest number that the column can hold
     * @param measure how its numbers are written
     */
    static NumberRange parse(String name, String value, long most, Measure measure) throws WrongFilterException {
        String operator = operator(value);
        String rest = value.substring(operator.length());
        int dash = operator.isEmpty() ? rest.indexOf('-') : -1;
        NumberRange range = dash < 0
                ? compared(operator, quantity(name, rest, 0, most, measure), most)
                : new NumberRange(
                        quantity(name, rest.substring(0, dash), 0, most, measure)
                                .value()
                                .longValue(),
                        quantity(name, rest.substring(dash + 1), most, most, measure)
                                .value()
                                .longValue());
        if (range.first > range.last) {
            throw new WrongFilterException(
                    dash < 0
                            ? "\"" + value + "\" cannot match any number."
                            : "in \"" + value + "\" the lower number must come first.");
        }
        return range;
    }

    private static NumberRange compared(String operator, Measure.Quantity quantity, long most) {
        long number = quantity.value().longValue();
        return switch (operator) {
            case ">" -> new NumberRange(number + 1, most);
            case ">=" -> new NumberRange(number, most);
            case "<" -> new NumberRange(0, number - 1);
            case "<=" -> new NumberRange(0, number);
            default -> new NumberRange(number, number + quantity.step() - 1);
        };
    }

    private static Measure.Quantity quantity(String name, String text, long whenEmpty, long most, Measure measure)
            throws WrongFilterException {
        if (text.isEmpty()) {
            return new Measure.Quantity(BigDecimal.valueOf(whenEmpty), 1);
        }
        if (text.length() > MOST_DIGITS && text.chars().allMatch(digit -> '0' <= digit && digit <= '9')) {
            throw measure.tooLarge(name, text, most);
        }
        Measure.Quantity quantity = measure.parse(text).orElseThrow(() -> measure.refusal(name, text));
        if (quantity.value().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw measure.tooLarge(name, text, most);
        }
        return quantity;
    }
}
