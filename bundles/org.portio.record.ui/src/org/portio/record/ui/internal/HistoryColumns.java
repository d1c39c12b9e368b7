// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.field.CommunityId;
import org.portio.core.filter.Cells;
import org.portio.core.filter.TimeCells;
import org.portio.record.Account;
import org.portio.record.SocketFilter;
import org.portio.record.Traffic;
import org.portio.record.ui.internal.HistoryRow.Done;
import org.portio.record.ui.internal.HistoryRow.Gap;
import org.portio.record.ui.internal.HistoryRow.Life;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the view History. */
final class HistoryColumns {

    private static final int TIME_WIDTH = 195;
    private static final int SHORT_WIDTH = 90;
    private static final int LONG_WIDTH = 250;

    private HistoryColumns() {}

    /** Returns the table, with the newest first. A time that was not watched is always shown: of it, nobody knows. */
    static TableModel<HistoryRow> model() {
        return new TableModel<>(
                Stream.concat(ofLives().stream(), Stream.concat(ofSockets().stream(), ofTraffic().stream()))
                        .toList(),
                HistoryRow::key,
                new Sort("opened", true),
                Gap.class::isInstance);
    }

    /** Returns whether the column of this id can be asked of a {@link HistoryRow.Candidate}. */
    static boolean isOfSockets(String column) {
        return SocketFilter.COLUMNS.contains(column);
    }

    private static List<Column<HistoryRow>> ofLives() {
        return List.of(
                time("opened", Messages.HistoryColumns_opened, LifeText::opened, HistoryRow::begin),
                time("closed", Messages.HistoryColumns_closed, LifeText::closed, LifeText::end),
                byName(Column.<HistoryRow>text("duration", Messages.HistoryColumns_duration, LifeText::duration)
                        .comparedByTime(HistoryColumns::lifetime)
                        .orderedBy(Comparator.comparing(LifeText::lifetime))
                        .wide(SHORT_WIDTH)),
                what());
    }

    /** Returns the column of what was done: an act of PortIO is found by any word, the role of a socket by the name of the column. */
    private static Column<HistoryRow> what() {
        Column<HistoryRow> column = Column.text("what", Messages.HistoryColumns_what, LifeText::whatText);
        Cells<HistoryRow> cells = Cells.text(row -> row instanceof Done ? LifeText.whatText(row) : "");
        return with(column, new ByName<>(cells, column.cells())).wide(TIME_WIDTH);
    }

    private static List<Column<HistoryRow>> ofSockets() {
        return List.of(
                Column.<HistoryRow>words(
                                "protocol",
                                Messages.HistoryColumns_protocol,
                                of(connection -> connection.protocol().name()),
                                Stream.of(Protocol.values()).map(Protocol::name).toList())
                        .wide(SHORT_WIDTH),
                Column.address("localAddress", Messages.HistoryColumns_localAddress, row -> SocketText.end(row, false)),
                Column.port("localPort", Messages.HistoryColumns_localPort, SocketText::localPort),
                Column.address(
                        "remoteAddress", Messages.HistoryColumns_remoteAddress, row -> SocketText.end(row, true)),
                Column.port("remotePort", Messages.HistoryColumns_remotePort, SocketText::remotePort),
                Column.text("process", Messages.HistoryColumns_process, of(SocketText::process)),
                Column.<HistoryRow>numbers("pid", Messages.HistoryColumns_pid, SocketText::pids)
                        .wide(SHORT_WIDTH),
                Column.text("user", Messages.HistoryColumns_user, SocketText::user)
                        .wide(SHORT_WIDTH),
                Column.text("state", Messages.HistoryColumns_state, of(Connection::stateText))
                        .wide(SHORT_WIDTH + 20),
                Column.text("commandLine", Messages.HistoryColumns_commandLine, of(SocketText::commandLine))
                        .wide(LONG_WIDTH)
                        .hidden(),
                Column.text("controlGroup", Messages.HistoryColumns_controlGroup, of(Connection::controlGroup))
                        .wide(LONG_WIDTH)
                        .hidden());
    }

    private static List<Column<HistoryRow>> ofTraffic() {
        return List.of(
                byName(Column.number("bytesSent", Messages.HistoryColumns_sent, traffic(Traffic::bytesSent))),
                byName(Column.number(
                        "bytesReceived", Messages.HistoryColumns_received, traffic(Traffic::bytesReceived))),
                byName(Column.<HistoryRow>text("states", Messages.HistoryColumns_states, life(LifeText::states))
                        .wide(LONG_WIDTH)
                        .hidden()),
                byName(Column.<HistoryRow>text("learnt", Messages.HistoryColumns_learnt, life(LifeText::learnt))
                        .wide(TIME_WIDTH)),
                byName(Column.<HistoryRow>number(
                                "retransmissions",
                                Messages.HistoryColumns_retransmissions,
                                traffic(Traffic::retransmissions))
                        .hidden()),
                byName(Column.<HistoryRow>number(
                                "roundTrip", Messages.HistoryColumns_roundTrip, HistoryColumns::roundTrip)
                        .comparedByTime(HistoryColumns::shortestRoundTrip)
                        .hidden()),
                byName(Column.<HistoryRow>text(
                                "directory", Messages.HistoryColumns_directory, life(LifeText::directories))
                        .wide(LONG_WIDTH)
                        .hidden()),
                byName(Column.<HistoryRow>text("communityId", Messages.HistoryColumns_communityId, of(CommunityId::of))
                        .wide(LONG_WIDTH)
                        .hidden()));
    }

    private static Column<HistoryRow> time(
            String id, String title, Function<HistoryRow, String> text, Function<HistoryRow, Instant> value) {
        Cells<HistoryRow> cells = new ByName<>(
                Cells.text(_ -> ""), new TimeCells<>(text, row -> known(value.apply(row)), InstantSource.system()));
        Comparator<HistoryRow> order = Comparator.comparing(value);
        // Each row has such a time: to find that out by its text would take longer than all of the sorting.
        return new Column<>(id, title, text, _ -> "", cells, order, _ -> true, false, TIME_WIDTH, true);
    }

    /** An end that is not known is the first or the last moment of all. */
    private static List<Instant> known(Instant time) {
        return time.equals(Instant.MIN) || time.equals(Instant.MAX) ? List.of() : List.of(time);
    }

    private static Duration lifetime(HistoryRow row) {
        Duration lifetime = LifeText.lifetime(row);
        return lifetime.isNegative() ? null : lifetime;
    }

    /** Returns a column that the filter only looks into if its name is given. */
    private static Column<HistoryRow> byName(Column<HistoryRow> column) {
        return with(column, new ByName<>(Cells.text(_ -> ""), column.cells()));
    }

    private static Column<HistoryRow> with(Column<HistoryRow> column, Cells<HistoryRow> cells) {
        return new Column<>(
                column.id(),
                column.title(),
                column.text(),
                column.tip(),
                cells,
                column.order(),
                column.known(),
                column.rightAligned(),
                column.width(),
                column.visible());
    }

    private static <R> Function<HistoryRow, R> of(Function<Connection, R> value, R otherwise) {
        return row -> row.connection() == null ? otherwise : value.apply(row.connection());
    }

    private static Function<HistoryRow, String> of(Function<Connection, String> text) {
        return of(text, "");
    }

    private static Function<HistoryRow, String> life(Function<Account, String> text) {
        return row -> row instanceof Life life ? text.apply(life.account()) : "";
    }

    private static Function<HistoryRow, Long> traffic(Function<Traffic, Long> value) {
        return row -> row instanceof Life life && life.account().traffic() != null
                ? value.apply(life.account().traffic())
                : null;
    }

    private static Long roundTrip(HistoryRow row) {
        Duration shortest = shortestRoundTrip(row);
        return shortest == null ? null : shortest.toNanos() / 1_000;
    }

    private static Duration shortestRoundTrip(HistoryRow row) {
        return row instanceof Life life && life.account().traffic() != null
                ? life.account().traffic().minimumRoundTrip()
                : null;
    }
}
