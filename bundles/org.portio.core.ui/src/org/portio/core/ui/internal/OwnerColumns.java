// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.system.User;
import org.portio.ui.table.Column;

/** Columns on the processes and the user that a connection belongs to; it may have several owners, or none. */
final class OwnerColumns {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.SHORT, FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault());

    /** Numbers among user ids by their value; Windows' SIDs, being longer, come after them. */
    private static final Comparator<String> SHORTER_FIRST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private OwnerColumns() {}

    static List<Column<Connection>> process() {
        Comparator<Connection> byName = Comparator.comparing(
                row -> row.owners().isEmpty() ? "" : row.owners().getFirst().name(), String.CASE_INSENSITIVE_ORDER);
        return List.of(
                Column.text("process", Messages.OwnerColumns_process, OwnerColumns::processText)
                        .orderedBy(byName)
                        .wide(140),
                numbers("pid", Messages.OwnerColumns_pid, ProcessInfo::pid).wide(80));
    }

    static List<Column<Connection>> user() {
        Function<Connection, String> id = row -> userText(row, User::id);
        return List.of(
                Column.<Connection>text("user", Messages.OwnerColumns_user, row -> userText(row, User::name))
                        .wide(85),
                Column.text("userId", Messages.OwnerColumns_userId, id)
                        .orderedBy(Comparator.comparing(id, SHORTER_FIRST))
                        .hidden());
    }

    static List<Column<Connection>> details() {
        return List.of(
                texts("commandLine", Messages.OwnerColumns_commandLine, ProcessInfo::commandLine),
                texts("executable", Messages.OwnerColumns_executable, ProcessInfo::executable),
                numbers("parentPid", Messages.OwnerColumns_parentPid, ProcessInfo::parentPid)
                        .hidden(),
                Column.text("started", Messages.OwnerColumns_started, OwnerColumns::startText)
                        .orderedBy(Comparator.comparing(
                                OwnerColumns::startTime, Comparator.nullsLast(Comparator.naturalOrder())))
                        .wide(150)
                        .hidden());
    }

    /** Returns a question mark if somebody owns it who is not seen; nothing if nobody does. */
    private static String processText(Connection row) {
        if (!row.owners().isEmpty()) {
            return row.processText();
        }
        if (row.ownerHidden()) {
            return "?";
        }
        return row.ownership() == Ownership.KERNEL ? Messages.OwnerColumns_kernel : "";
    }

    private static String userText(Connection row, Function<User, String> text) {
        return row.user() == null ? "" : text.apply(row.user());
    }

    private static Column<Connection> numbers(String id, String title, Function<ProcessInfo, Long> value) {
        return Column.numbers(id, title, row -> row.owners().stream().map(value).toList());
    }

    private static Column<Connection> texts(String id, String title, Function<ProcessInfo, String> value) {
        Function<Connection, String> text =
                row -> row.owners().stream().map(value).distinct().collect(Collectors.joining(", "));
        return Column.text(id, title, text).wide(250).hidden();
    }

    private static Instant startTime(Connection row) {
        return row.owners().isEmpty() ? null : row.owners().getFirst().startTime();
    }

    private static String startText(Connection row) {
        Instant time = startTime(row);
        return time == null ? "" : TIME.format(time);
    }
}
