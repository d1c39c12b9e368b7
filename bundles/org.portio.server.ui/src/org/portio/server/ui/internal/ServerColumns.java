// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.ui.TimeText;
import org.portio.ui.table.AddressText;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the table of temporary servers. */
final class ServerColumns {

    private static final String PORT = "port";

    private ServerColumns() {}

    static TableModel<ServerStatus> model(ZoneId zone) {
        List<Column<ServerStatus>> columns = Stream.of(request(), times(zone), clients())
                .flatMap(List::stream)
                .toList();
        return new TableModel<>(columns, ServerKey::of, new Sort(PORT, false));
    }

    private static List<Column<ServerStatus>> request() {
        return List.of(
                Column.<ServerStatus>port(PORT, Messages.Columns_port, row ->
                                (long) row.request().port())
                        .wide(80),
                words(
                        "protocol",
                        Messages.Columns_protocol,
                        request -> request.protocol().name(),
                        Stream.of(Protocol.values()).map(Protocol::name)),
                words(
                        "mode",
                        Messages.ServerColumns_mode,
                        request -> request.mode().label(),
                        Stream.of(ServerMode.values()).map(ServerMode::label)),
                AddressText.<ServerStatus>column(
                                row -> row.request().address(),
                                row -> row.request().port())
                        .wide(110));
    }

    private static Column<ServerStatus> words(
            String id, String title, Function<ServerRequest, String> text, Stream<String> known) {
        return Column.<ServerStatus>words(id, title, row -> text.apply(row.request()), known.toList())
                .wide(85);
    }

    private static List<Column<ServerStatus>> times(ZoneId zone) {
        return List.of(
                moment("started", Messages.ServerColumns_started, ServerStatus::started, zone),
                moment("ends", Messages.ServerColumns_ends, ServerStatus::ends, zone));
    }

    /** Returns a column of times, with rows without one after all that have one. */
    private static Column<ServerStatus> moment(
            String id, String title, Function<ServerStatus, Instant> time, ZoneId zone) {
        return Column.<ServerStatus>text(id, title, row -> TimeText.moment(time.apply(row), zone))
                .comparedByAge(time)
                .orderedBy(Comparator.comparing(time, Comparator.nullsLast(Comparator.naturalOrder())))
                .wide(160);
    }

    private static List<Column<ServerStatus>> clients() {
        return List.of(
                Column.number("clients", Messages.ServerColumns_clients, ServerStatus::clients),
                Column.number("open", Messages.ServerColumns_open, ServerStatus::open),
                Column.number("received", Messages.ServerColumns_received, ServerStatus::bytesReceived),
                Column.number("sent", Messages.ServerColumns_sent, ServerStatus::bytesSent));
    }
}
