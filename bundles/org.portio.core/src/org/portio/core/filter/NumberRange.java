// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

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

    /**
     * Reads {@code 80}, {@code 80-90}, {@code 80-}, {@code -90}, {@code >80}, {@code >=80}, {@code <80}, {@code <=80} or
     * {@code =80}.
     *
     * @param name of the column, for the message
     * @param most the largest number that the column can hold
     */
    static NumberRange parse(String name, String value, long most) throws WrongFilterException {
        String operator =
                OPERATORS.stream().filter(value::startsWith).findFirst().orElse("");
        String rest = value.substring(operator.length());
        int dash = operator.isEmpty() ? rest.indexOf('-') : -1;
        NumberRange range = dash < 0
                ? compared(operator, number(name, rest, 0, most), most)
                : new NumberRange(
                        number(name, rest.substring(0, dash), 0, most),
                        number(name, rest.substring(dash + 1), most, most));
        if (range.first > range.last) {
            throw new WrongFilterException(
                    dash < 0
                            ? "\"" + value + "\" cannot match any number."
                            : "in \"" + value + "\" the lower number must come first.");
        }
        return range;
    }

    private static NumberRange compared(String operator, long number, long most) {
        return switch (operator) {
            case ">" -> new NumberRange(number + 1, most);
            case ">=" -> new NumberRange(number, most);
            case "<" -> new NumberRange(0, number - 1);
            case "<=" -> new NumberRange(0, number);
            default -> new NumberRange(number, number);
        };
    }

    private static long number(String name, String digits, long whenEmpty, long most) throws WrongFilterException {
        if (digits.isEmpty()) {
            return whenEmpty;
        }
        if (!digits.chars().allMatch(digit -> '0' <= digit && digit <= '9')) {
            throw new WrongFilterException(
                    "\"%1$s\" is not a number. Write %2$s:80, %2$s:80-90, %2$s:>80 or %2$s:80,90."
                            .formatted(digits, name));
        }
        if (digits.length() > MOST_DIGITS || Long.parseLong(digits) > most) {
            throw WrongFilterException.tooLarge(digits, name, most);
        }
        return Long.parseLong(digits);
    }
}
