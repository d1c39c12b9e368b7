// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.portio.core.field.CommunityId;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.export.CsvExporter;
import org.portio.record.Account;
import org.portio.record.Moment;
import org.portio.record.Traffic;

/** Accounts of the past as lines by RFC 4180, without their ends: when, in which role, how much, and the fields of a connection. */
final class HistoryCsv {

    private static final List<String> OWN = List.of(
            "openedEarliest", "openedLatest", "closedEarliest", "closedLatest", "role", "bytesSent", "bytesReceived");

    private HistoryCsv() {}

    static String header() {
        List<String> names = new ArrayList<>(OWN);
        ConnectionFields.ALL.stream().map(ConnectionField::id).forEach(names::add);
        // At the end: whoever counts columns finds the others where they were.
        names.add("communityId");
        return String.join(",", names);
    }

    /** Returns the line of an account; what is not known is empty. */
    static String line(Account account) {
        Moment closed = account.closed();
        Traffic traffic = account.traffic();
        List<String> cells = new ArrayList<>();
        cells.add(time(account.opened().earliest()));
        cells.add(time(account.opened().latest()));
        cells.add(closed == null ? "" : time(closed.earliest()));
        cells.add(closed == null ? "" : time(closed.latest()));
        cells.add(account.role().label());
        cells.add(traffic == null ? "" : Objects.toString(traffic.bytesSent()));
        cells.add(traffic == null ? "" : Objects.toString(traffic.bytesReceived()));
        cells.addAll(CsvExporter.cells(account.connection()));
        cells.add(CommunityId.of(account.connection()));
        return String.join(",", cells);
    }

    private static String time(Instant time) {
        return time.equals(Instant.MIN) || time.equals(Instant.MAX) ? "" : time.toString();
    }
}
