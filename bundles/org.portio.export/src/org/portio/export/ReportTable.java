// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Snapshot;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.field.ConnectionFields.Listed;

/**
 * A snapshot as a table for people to read, in whichever format: the fields that have a title, without those that no socket has a
 * value of.
 *
 * @param title what the table shows, and of which moment
 * @param summary how many of the sockets it shows, and what nobody sees; one sentence each
 * @param columns the main ones, as in the window, and then the others
 * @param mainColumns number of the main ones
 */
record ReportTable(String title, List<String> summary, List<ConnectionField<?>> columns, int mainColumns) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final List<ConnectionField<?>> MAIN = List.of(
            Listed.PROTOCOL,
            Listed.LOCAL_ADDRESS,
            Listed.LOCAL_PORT,
            Listed.REMOTE_ADDRESS,
            ConnectionFields.REMOTE_PORT,
            Listed.STATE,
            Listed.PID,
            Listed.PROCESS,
            Listed.USER,
            Listed.NAMESPACE);

    static ReportTable of(Snapshot snapshot, ZoneId zone) {
        List<ConnectionField<?>> main = used(MAIN.stream(), snapshot);
        Stream<ConnectionField<?>> others =
                ConnectionFields.ALL.stream().filter(field -> field.title() != null && !MAIN.contains(field));
        List<ConnectionField<?>> columns =
                Stream.concat(main.stream(), used(others, snapshot).stream()).toList();
        String moment = MOMENT.format(snapshot.time().atZone(zone));
        return new ReportTable("Connections at " + moment, summary(snapshot), columns, main.size());
    }

    private static List<ConnectionField<?>> used(Stream<ConnectionField<?>> fields, Snapshot snapshot) {
        return fields.filter(field -> snapshot.connections().stream()
                        .anyMatch(connection ->
                                !ReportValue.text(field, connection).isEmpty()))
                .collect(Collectors.toUnmodifiableList());
    }

    private static List<String> summary(Snapshot snapshot) {
        int rows = snapshot.connections().size();
        String shown = rows == snapshot.total() ? "All " + rows : rows + " of " + snapshot.total();
        Stream<String> sentences = Stream.of(
                shown + (snapshot.total() == 1 ? " socket" : " sockets"), sentence(snapshot.hiddenOwnersText()));
        return sentences.filter(text -> !text.isEmpty()).toList();
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
