// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A filter of OSGi (RFC 4515), such as {@code (&(osgi.ee=JavaSE)(version>=25))}. */
public final class Filter {

    private static final int DEEPEST = 50;

    private enum Operator {
        AND,
        OR,
        NOT,
        EQUAL,
        AT_LEAST,
        AT_MOST
    }

    private final Operator operator;
    private final List<Filter> parts = new ArrayList<>();
    private final String attribute;
    private final String value;

    private Filter(Operator operator, String attribute, String value) {
        this.operator = operator;
        this.attribute = attribute;
        this.value = value;
    }

    /**
     * Reads a filter.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static Filter parse(String text) {
        Reader reader = new Reader(text.strip());
        Filter filter = reader.filter(0);
        if (reader.at != reader.text.length()) {
            throw reader.wrong();
        }
        return filter;
    }

    /** Returns whether it fits; a value may be a list, of which one must fit. */
    public boolean matches(Map<String, Object> attributes) {
        return switch (operator) {
            case AND -> parts.stream().allMatch(part -> part.matches(attributes));
            case OR -> parts.stream().anyMatch(part -> part.matches(attributes));
            case NOT -> !parts.getFirst().matches(attributes);
            default -> fits(attributes.get(attribute));
        };
    }

    private boolean fits(Object present) {
        if (present instanceof Collection<?> all) {
            return all.stream().anyMatch(this::fits);
        }
        if (present == null) {
            return false;
        }
        if (operator == Operator.EQUAL && value.contains("*")) {
            return Wildcards.matches(value, present.toString());
        }
        int order;
        try {
            order = present instanceof Version version
                    ? version.compareTo(Version.parse(value))
                    : present.toString().compareTo(value);
        } catch (IllegalArgumentException _) {
            return false;
        }
        return order == 0 || (operator == Operator.AT_LEAST ? order > 0 : operator == Operator.AT_MOST && order < 0);
    }

    /** Returns what it says of attributes by itself, for a message; the last of several. */
    public Map<String, String> mentioned() {
        Map<String, String> mentioned = new HashMap<>();
        if (attribute != null) {
            mentioned.put(attribute, value);
        }
        if (operator != Operator.NOT) {
            parts.forEach(part -> mentioned.putAll(part.mentioned()));
        }
        return mentioned;
    }

    /** A text, and the place that it has been read to. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Filter filter(int depth) {
            if (depth > DEEPEST) {
                throw wrong();
            }
            expect('(');
            Filter filter = switch (peek()) {
                case '&' -> list(Operator.AND, depth);
                case '|' -> list(Operator.OR, depth);
                case '!' -> list(Operator.NOT, depth);
                default -> comparison();
            };
            expect(')');
            return filter;
        }

        private Filter list(Operator operator, int depth) {
            at++;
            Filter list = new Filter(operator, null, null);
            while (peek() == '(') {
                list.parts.add(filter(depth + 1));
            }
            if (list.parts.isEmpty()) {
                throw wrong();
            }
            return list;
        }

        private Filter comparison() {
            int end = text.indexOf(')', at);
            int sign = text.indexOf('=', at);
            if (end < 0 || sign <= at || sign > end) {
                throw wrong();
            }
            char before = text.charAt(sign - 1);
            Operator operator = switch (before) {
                case '>' -> Operator.AT_LEAST;
                case '<' -> Operator.AT_MOST;
                default -> Operator.EQUAL;
            };
            int nameEnd = "<>~".indexOf(before) >= 0 ? sign - 1 : sign;
            Filter comparison = new Filter(
                    operator,
                    text.substring(at, nameEnd).strip(),
                    text.substring(sign + 1, end).strip());
            at = end;
            return comparison;
        }

        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private void expect(char c) {
            if (peek() != c) {
                throw wrong();
            }
            at++;
        }

        IllegalArgumentException wrong() {
            return new IllegalArgumentException("'" + text + "' is not a filter");
        }
    }
}
