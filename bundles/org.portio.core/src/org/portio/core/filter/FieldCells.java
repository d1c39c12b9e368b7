// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.field.ConnectionField;

/** Cells of the fields of a connection as a filter sees them: the type of a field says of which kind they are. */
public final class FieldCells {

    /** All that can be in the field {@code state}. */
    public static final List<String> STATES = Stream.concat(
                    Stream.of(TcpState.values()).map(TcpState::label), Stream.of("unconnected", "connected"))
            .toList();

    private static final long HIGHEST_PORT = 65_535;

    /** Numbers whose names end so are times: in JSON they have no unit but in their names. */
    private static final String MICROS = "Micros";

    private FieldCells() {}

    public static Cells<Connection> of(ConnectionField<?> field) {
        return switch (field.id()) {
            case "localPort", "remotePort" -> numbers(field, HIGHEST_PORT);
            case "process" -> Cells.text(FieldCells::process);
            case "state" -> new WordCells<>(Connection::stateText, STATES, FieldCells::state);
            default -> typed(field);
        };
    }

    /** Returns the state that is meant, which netstat, ss and the kernel write in other ways; other words as they are. */
    public static String state(String word) {
        return TcpState.named(word).map(TcpState::label).orElse(word);
    }

    /** Returns the text of a value, as a table shows it. */
    public static String text(Object value) {
        return switch (value) {
            case Protocol protocol -> protocol.name();
            case AddressFamily family -> family.label();
            case TcpState state -> state.label();
            case Ownership ownership -> ownership.label();
            case Endpoint end -> end.addressText();
            default -> value.toString();
        };
    }

    private static Cells<Connection> typed(ConnectionField<?> field) {
        Function<Connection, String> text =
                row -> field.all(row).stream().map(FieldCells::text).collect(Collectors.joining(","));
        if (field.type() == Endpoint.class) {
            return new AddressCells<>(text, row -> (Endpoint) field.of(row), List.of());
        }
        Optional<Cells<Connection>> timed = timed(field, text);
        if (timed.isPresent()) {
            return timed.get();
        }
        if (Number.class.isAssignableFrom(field.type())) {
            return numbers(field, NumberCells.UNLIMITED);
        }
        return field.type().isEnum()
                ? new WordCells<>(
                        text,
                        Stream.of(field.type().getEnumConstants())
                                .map(FieldCells::text)
                                .toList(),
                        word -> word)
                : Cells.text(text);
    }

    /** Returns the cells of a field that holds times or moments, for columns that show them by this text. */
    public static Optional<Cells<Connection>> timed(ConnectionField<?> field, Function<Connection, String> text) {
        if (field.type() == Duration.class) {
            return Optional.of(NumberCells.ofDurations(
                    text,
                    row -> field.all(row).stream().map(Duration.class::cast).toList()));
        }
        if (field.type() == Long.class && field.id().endsWith(MICROS)) {
            return Optional.of(NumberCells.ofDurations(
                    text,
                    row -> field.all(row).stream().map(FieldCells::ofMicros).toList()));
        }
        return field.type() == Instant.class
                ? Optional.of(new TimeCells<>(
                        text,
                        row -> field.all(row).stream().map(Instant.class::cast).toList(),
                        InstantSource.system()))
                : Optional.empty();
    }

    private static Duration ofMicros(Object micros) {
        return Duration.of((Long) micros, ChronoUnit.MICROS);
    }

    private static Cells<Connection> numbers(ConnectionField<?> field, long most) {
        return new NumberCells<>(
                row -> field.all(row).stream().map(String::valueOf).collect(Collectors.joining(",")),
                (row, first, last) -> field.all(row).stream()
                        .mapToLong(value -> ((Number) value).longValue())
                        .anyMatch(number -> first <= number && number <= last),
                most);
    }

    /** Returns the names of those who have it, a question mark if they are not seen; nothing if nobody has it. */
    public static String process(Connection row) {
        if (!row.owners().isEmpty()) {
            return row.processText();
        }
        if (row.ownerHidden()) {
            return "?";
        }
        if (row.ownership() != Ownership.KERNEL) {
            return "";
        }
        return row.kernelUse().isKnown() ? "(kernel: " + row.kernelUse().text() + ")" : "(kernel)";
    }
}
