// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.field;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Queues;
import org.portio.core.address.Addresses;
import org.portio.core.field.ConnectionFields;
import org.portio.core.filter.FieldCells;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel.Grouping;

/** The ways in which connections can be grouped. */
public final class ConnectionGroupings {

    private static final Map<String, ToLongFunction<? super Connection>> SUMS = Map.of(
            "recvQ", row -> queued(row.queues(), Queues::receive),
            "sendQ", row -> queued(row.queues(), Queues::send));

    private static final Map<String, Function<List<Connection>, String>> SUMMARIES = Map.of(
            "process", rows -> common(rows, FieldCells::process),
            "pid", rows -> common(rows, Connection::pidText),
            "protocol", rows -> common(rows, row -> row.protocol().name()),
            "remoteAddress", rows -> common(rows, row -> FieldText.of(row.remote())),
            "state", ConnectionGroupings::states,
            "user", rows -> common(rows, ConnectionGroupings::user),
            "controlGroup", rows -> common(rows, Connection::controlGroup));

    private static final Pattern LONG_NUMBER = Pattern.compile("([0-9a-f]{12})[0-9a-f]{52}");

    /** A process: its PID may be another's later. */
    private record Process(long pid, Instant start) {}

    private ConnectionGroupings() {}

    /** Returns them in the order of the menu; the columns are asked for names of remote hosts. */
    public static List<Grouping<Connection>> of(List<Column<Connection>> columns) {
        return List.of(
                byProcess(),
                byRemote(columns),
                byText(
                        "controlGroup",
                        Messages.ConnectionGroupings_group,
                        Connection::controlGroup,
                        ConnectionGroupings::lastName,
                        Messages.ConnectionGroupings_noGroup),
                byState(),
                byText(
                        "user",
                        Messages.ConnectionGroupings_user,
                        ConnectionGroupings::user,
                        user -> user,
                        Messages.ConnectionGroupings_noUser));
    }

    private static Grouping<Connection> byProcess() {
        return new Grouping<>(
                "process",
                Messages.ConnectionGroupings_process,
                ConnectionGroupings::process,
                ConnectionGroupings::processName,
                Comparator.comparing(ConnectionGroupings::processName, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(ConnectionGroupings::pid),
                SUMS,
                SUMMARIES);
    }

    private static Grouping<Connection> byRemote(List<Column<Connection>> columns) {
        String id = "remoteAddress";
        Function<? super Connection, String> text = cell(columns, id);
        return new Grouping<>(
                id,
                Messages.ConnectionGroupings_remote,
                row -> row.remote() == null
                        ? null
                        : Addresses.unmapped(row.remote().address()),
                row -> row.remote() == null ? Messages.ConnectionGroupings_noRemote : text.apply(row),
                Comparator.comparing(Connection::remote, Comparator.nullsLast(Comparator.naturalOrder())),
                SUMS,
                SUMMARIES);
    }

    private static Grouping<Connection> byState() {
        return new Grouping<>(
                "state",
                Messages.ConnectionGroupings_state,
                Connection::stateText,
                Connection::stateText,
                ConnectionFields.Listed.STATE.comparator(false),
                SUMS,
                SUMMARIES);
    }

    private static Grouping<Connection> byText(
            String id, String title, Function<Connection, String> text, UnaryOperator<String> name, String none) {
        return new Grouping<>(
                id,
                title,
                row -> text.apply(row).isEmpty() ? null : text.apply(row),
                row -> text.apply(row).isEmpty() ? none : name.apply(text.apply(row)),
                Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER),
                SUMS,
                SUMMARIES);
    }

    /** Returns the last name of a path, in which the long number of a container is cut as its tools cut it. */
    static String lastName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? path : LONG_NUMBER.matcher(name).replaceAll("$1");
    }

    /** Returns the oldest of those that share the socket, which is usually the one that opened it; null for none. */
    private static Process process(Connection row) {
        if (row.owners().isEmpty()) {
            return null;
        }
        ProcessInfo first = row.owners().getFirst();
        return new Process(first.pid(), first.startTime());
    }

    private static String processName(Connection row) {
        return row.owners().isEmpty()
                ? Messages.ConnectionGroupings_noProcess
                : row.owners().getFirst().name();
    }

    private static long pid(Connection row) {
        return row.owners().isEmpty() ? 0 : row.owners().getFirst().pid();
    }

    private static Function<? super Connection, String> cell(List<Column<Connection>> columns, String id) {
        return columns.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .<Function<? super Connection, String>>map(Column::text)
                .orElse(row -> FieldCells.text(row.remote()));
    }

    private static String user(Connection row) {
        return row.user() == null ? "" : row.user().name();
    }

    /** Returns the state that all rows are in, or how many are in each, that of most first. */
    private static String states(List<Connection> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.stateText(), 1, Integer::sum));
        if (counts.size() == 1) {
            return rows.getFirst().stateText();
        }
        return counts.entrySet().stream()
                .sorted(Entry.<String, Integer>comparingByValue().reversed().thenComparing(Entry.comparingByKey()))
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Returns what all rows have; nothing if they differ. */
    private static String common(List<Connection> rows, Function<Connection, String> text) {
        String first = text.apply(rows.getFirst());
        return rows.stream().allMatch(row -> text.apply(row).equals(first)) ? first : "";
    }

    private static long queued(Queues queues, ToLongFunction<Queues> length) {
        return queues == null ? 0 : length.applyAsLong(queues);
    }
}
