// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;

/**
 * Something that the user wants to be told of: listeners on a port, or those of a program.
 *
 * @param kind what the value is
 * @param value a port as a number, or the name of a program
 */
public record Watch(Kind kind, String value) {

    /** The kind of what is watched. */
    public enum Kind {
        PORT,
        PROGRAM;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String BETWEEN = "\n";
    private static final int HIGHEST_PORT = 65_535;

    public static Watch port(int port) {
        return new Watch(Kind.PORT, String.valueOf(port));
    }

    public static Watch program(String name) {
        return new Watch(Kind.PROGRAM, name);
    }

    /** Returns whether this is about a socket. */
    public boolean matches(Connection connection) {
        return connection.isListening()
                && switch (kind) {
                    case PORT -> String.valueOf(connection.local().port()).equals(value);
                    case PROGRAM ->
                        connection.owners().stream()
                                .anyMatch(owner -> owner.name().equals(value));
                };
    }

    /** Returns the form in which it is kept and typed, such as {@code port:8080} or {@code program:node}. */
    @Override
    public String toString() {
        return kind.word() + ":" + value;
    }

    /** Reads one in that form; empty if it is none. */
    public static Optional<Watch> parse(String text) {
        String stripped = text.strip();
        return Stream.of(Kind.values())
                .filter(kind -> stripped.startsWith(kind.word() + ":"))
                .map(kind -> new Watch(
                        kind, stripped.substring(kind.word().length() + 1).strip()))
                .filter(Watch::isPossible)
                .findFirst();
    }

    private boolean isPossible() {
        return kind == Kind.PROGRAM
                ? !value.isEmpty()
                : value.matches("[1-9]\\d{0,4}") && Integer.parseInt(value) <= HIGHEST_PORT;
    }

    /** Returns several as one text; what cannot be read of it is left out by {@link #parseAll}. */
    public static String format(List<Watch> watches) {
        return watches.stream().map(Watch::toString).collect(Collectors.joining(BETWEEN));
    }

    public static List<Watch> parseAll(String text) {
        return text.lines().flatMap(line -> parse(line).stream()).distinct().toList();
    }
}
