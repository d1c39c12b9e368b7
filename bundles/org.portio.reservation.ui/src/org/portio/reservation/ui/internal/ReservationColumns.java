// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;
import org.portio.ui.TimeText;
import org.portio.ui.table.AddressText;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the table of reservations. */
final class ReservationColumns {

    /** Colours of the theme. */
    static final String LENT = "org.portio.reservation.ui.lent";

    static final String NOT_HELD = "org.portio.reservation.ui.notHeld";

    private static final String PORT = "port";

    private ReservationColumns() {}

    /** Returns the model, which knows the ports whose program this workbench runs. */
    static TableModel<ReservationStatus> model(ZoneId zone, Predicate<PortKey> running) {
        List<Column<ReservationStatus>> columns =
                Stream.concat(what(), how(zone, running)).toList();
        return new TableModel<>(columns, ReservationStatus::key, new Sort(PORT, false));
    }

    private static Stream<Column<ReservationStatus>> what() {
        return Stream.of(
                Column.<ReservationStatus>port(PORT, Messages.Columns_port, row ->
                                (long) row.key().port())
                        .orderedBy(Comparator.comparing(ReservationStatus::key))
                        .wide(80),
                words(
                                "protocol",
                                Messages.Columns_protocol,
                                row -> row.key().protocol().name(),
                                Stream.of(Protocol.values()).map(Protocol::name))
                        .wide(85),
                AddressText.<ReservationStatus>column(
                                row -> row.key().address(), row -> row.key().port())
                        .wide(110));
    }

    private static Stream<Column<ReservationStatus>> how(ZoneId zone, Predicate<PortKey> running) {
        return Stream.of(
                words(
                                "state",
                                Messages.ReservationColumns_state,
                                row -> state(row, running),
                                Stream.concat(
                                        Stream.of(HoldState.values()).map(ReservationColumns::state),
                                        Stream.of(Messages.ReservationColumns_running)))
                        .orderedBy(Comparator.comparing(ReservationStatus::state))
                        .wide(95),
                of("executable", Messages.ReservationColumns_executable, Reservation::executable)
                        .wide(180),
                of("since", Messages.ReservationColumns_since, row -> TimeText.moment(row.since(), zone))
                        .orderedBy(Comparator.comparing(row -> row.reservation().since()))
                        .wide(160),
                of("note", Messages.ReservationColumns_note, Reservation::note).wide(150),
                Column.<ReservationStatus>text("detail", Messages.ReservationColumns_detail, ReservationStatus::detail)
                        .wide(400),
                words(
                                "handOver",
                                Messages.ReservationColumns_handOver,
                                row -> row.reservation().handOver().label(),
                                Stream.of(HandOver.values()).map(HandOver::label))
                        .hidden());
    }

    private static Column<ReservationStatus> words(
            String id, String title, Function<ReservationStatus, String> text, Stream<String> known) {
        return Column.words(id, title, text, known.toList());
    }

    private static Column<ReservationStatus> of(String id, String title, Function<Reservation, String> text) {
        return Column.text(id, title, row -> text.apply(row.reservation()));
    }

    private static String state(ReservationStatus row, Predicate<PortKey> running) {
        return row.state() == HoldState.LENT && running.test(row.key())
                ? Messages.ReservationColumns_running
                : state(row.state());
    }

    private static String state(HoldState state) {
        return switch (state) {
            case HELD -> Messages.ReservationColumns_held;
            case UNPROVEN -> Messages.ReservationColumns_unproven;
            case LENT -> Messages.ReservationColumns_lent;
            case CONFLICT -> Messages.ReservationColumns_conflict;
            case DENIED -> Messages.ReservationColumns_denied;
        };
    }

    /** Returns the id of the theme's colour for this row; null if all is as it should be. */
    static String colour(ReservationStatus row) {
        return switch (row.state()) {
            case HELD -> null;
            case LENT -> LENT;
            case UNPROVEN, CONFLICT, DENIED -> NOT_HELD;
        };
    }
}
