// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.portio.cli.text.Columns;
import org.portio.cli.text.ConnectionText;
import org.portio.cli.text.DetailsText;
import org.portio.cli.text.OriginText;
import org.portio.cli.text.Output;
import org.portio.cli.text.Rows;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.field.ConnectionFields.Listed;
import org.portio.core.field.UnitText;
import org.portio.core.port.ServiceNames;
import org.portio.export.PlainValue;

/**
 * Connections in columns that are as wide as their widest entry.
 *
 * @param chosen the columns that the user has named; null for the usual ones
 * @param names empty if ports are shown as numbers only
 * @param containers if there is a column for namespaces, says to which containers they belong; null for no such column
 * @param owners for a column that says what the owners are; null for none
 * @param details for a line below each connection; null for none
 * @param asked ports that were asked for, by those that were given in their place
 */
record ConnectionTable(
        boolean header,
        List<ConnectionField<?>> chosen,
        Optional<ServiceNames> names,
        boolean colours,
        OwnerLookup containers,
        OwnerLookup owners,
        SocketDetailsLookup details,
        Map<Integer, Integer> asked) {

    private static final String BOLD = "1";
    private static final String GREEN = "32";
    private static final String CYAN = "36";
    private static final String YELLOW = "33";

    void print(List<Connection> connections, Output output) {
        List<ConnectionField<?>> fields = fields();
        List<List<String>> rows = Rows.stream(connections)
                .map(connection -> row(fields, connection))
                .toList();
        List<String> titles = new ArrayList<>();
        fields.forEach(field -> titles.add(heading(field)));
        if (owners != null) {
            titles.add("Recognized");
        }
        if (chosen == null) {
            addContainers(connections, titles, rows);
        }
        if (chosen == null
                && connections.stream()
                        .anyMatch(connection -> connection.keeping().isKept())) {
            titles.add(ConnectionFields.RESERVATION.title());
            IntStream.range(0, rows.size()).forEach(i -> rows.get(i).add(reservation(connections.get(i))));
        }
        boolean remapped = chosen == null && connections.stream().anyMatch(this::isRemapped);
        if (remapped) {
            titles.add("Asked For");
            IntStream.range(0, rows.size()).forEach(i -> rows.get(i).add(askedFor(connections.get(i))));
        }
        int state = fields.indexOf(Listed.STATE);
        Columns columns = Columns.of(header ? with(rows, titles) : rows);
        if (header) {
            output.painted(paint(columns.line(titles), BOLD));
        }
        List<Integer> places = IntStream.range(0, rows.size()).boxed().toList();
        List<String> lines = Rows.stream(places)
                .map(i -> columns.line(rows.get(i), painter(state, connections.get(i))))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            output.painted(lines.get(i));
            if (details != null) {
                printDetails(connections.get(i), output);
            }
        }
    }

    /** Containers have namespaces of their own, mostly; of the processes in PortIO's, none is asked. */
    private void addContainers(List<Connection> connections, List<String> titles, List<List<String>> rows) {
        List<String> names = connections.stream()
                .map(connection -> containers == null || connection.namespace().isEmpty()
                        ? ConnectionText.NONE
                        : containers.containers(connection))
                .toList();
        if (names.stream().anyMatch(name -> !name.equals(ConnectionText.NONE))) {
            titles.add("Container");
            IntStream.range(0, rows.size()).forEach(i -> rows.get(i).add(names.get(i)));
        }
    }

    private static String reservation(Connection connection) {
        return Objects.requireNonNullElse(ConnectionFields.RESERVATION.of(connection), ConnectionText.NONE);
    }

    private boolean isRemapped(Connection connection) {
        return (connection.isListening() || connection.protocol() == Protocol.UDP)
                && asked.containsKey(connection.local().port());
    }

    private String askedFor(Connection connection) {
        return isRemapped(connection) ? asked.get(connection.local().port()).toString() : ConnectionText.NONE;
    }

    private BiFunction<Integer, String, String> painter(int state, Connection connection) {
        return (column, text) -> column == state ? paint(text, colour(connection)) : text;
    }

    private void printDetails(Connection connection, Output output) {
        String text = DetailsText.line(connection, details.get(connection));
        if (!text.isEmpty()) {
            output.println("    " + text);
        }
        for (ProcessInfo owner : connection.owners()) {
            details.owners()
                    .origin(owner)
                    .map(origin -> OriginText.line(owner, origin))
                    .ifPresent(line -> output.println("    " + line));
        }
    }

    /** A field that nobody but programs read has its name for a heading. */
    private static String heading(ConnectionField<?> field) {
        if (field.listing() != null && field.listing().heading() != null) {
            return field.listing().heading();
        }
        return Objects.requireNonNullElse(field.title(), field.id());
    }

    private List<ConnectionField<?>> fields() {
        if (chosen != null) {
            return chosen;
        }
        List<ConnectionField<?>> fields = new ArrayList<>();
        for (ConnectionField<?> field : Listed.ALL) {
            if (field.listing().heading() != null && (containers != null || field != Listed.NAMESPACE)) {
                fields.add(field);
            }
        }
        return fields;
    }

    private List<String> row(List<ConnectionField<?>> fields, Connection connection) {
        List<String> cells = new ArrayList<>(fields.size());
        for (ConnectionField<?> field : fields) {
            cells.add(cell(field, connection));
        }
        if (owners != null) {
            cells.add(owners.recognized(connection));
        }
        return cells;
    }

    /** Returns what people read: both ends with their ports, and what stands for somebody who is not seen. */
    private String cell(ConnectionField<?> field, Connection connection) {
        return switch (field.id()) {
            case "protocol" -> ConnectionText.protocol(connection);
            case "localAddress" -> address(connection, connection.local(), Listed.LOCAL_PORT);
            case "remoteAddress" -> address(connection, connection.remote(), ConnectionFields.REMOTE_PORT);
            case "state" -> connection.stateText();
            case "pid" -> ConnectionText.pids(connection);
            case "process" -> ConnectionText.processes(connection);
            case "namespace" -> ConnectionText.namespace(connection);
            default -> value(field, connection);
        };
    }

    private static String value(ConnectionField<?> field, Connection connection) {
        Object value = field.of(connection);
        if (value instanceof Long number) {
            return UnitText.of(field.id(), number);
        }
        String text = PlainValue.text(field, connection);
        return text.isEmpty() ? ConnectionText.NONE : text;
    }

    private static <T> List<T> with(List<T> cells, T last) {
        List<T> all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }

    /** Returns an end with its port, unless that has a column of its own. */
    private String address(Connection connection, Endpoint endpoint, ConnectionField<?> port) {
        if (endpoint != null && chosen != null && chosen.contains(port)) {
            return endpoint.addressText();
        }
        String text = ConnectionText.address(endpoint);
        if (endpoint == null || names.isEmpty()) {
            return text;
        }
        Optional<String> name = names.get().name(connection.protocol(), endpoint.port());
        return name.isEmpty() ? text : text + "/" + name.get();
    }

    private static String colour(Connection connection) {
        if (connection.isListening()) {
            return GREEN;
        }
        return connection.state() == null || connection.state() == TcpState.ESTABLISHED ? CYAN : YELLOW;
    }

    private String paint(String text, String colour) {
        return colours && !colour.isEmpty() ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
