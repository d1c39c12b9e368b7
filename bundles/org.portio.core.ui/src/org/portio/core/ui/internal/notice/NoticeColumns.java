// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portio.core.notice.Notice.Kind;
import org.portio.ui.TimeText;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the view Notifications. */
final class NoticeColumns {

    private static final String TIME = "time";

    private NoticeColumns() {}

    static TableModel<Told> model() {
        List<Column<Told>> columns = List.of(
                Column.<Told>text(
                                TIME,
                                Messages.NoticeColumns_time,
                                row -> TimeText.moment(row.notice().time(), ZoneId.systemDefault()))
                        .orderedBy(Comparator.comparing(Told::number))
                        .wide(150),
                Column.<Told>words(
                                "kind",
                                Messages.NoticeColumns_kind,
                                row -> row.notice().kind().label(),
                                Stream.of(Kind.values()).map(Kind::label).toList())
                        .wide(110),
                Column.<Told>text(
                                "what",
                                Messages.NoticeColumns_what,
                                row -> row.notice().text())
                        .wide(520),
                Column.<Told>text(
                                "shown",
                                Messages.NoticeColumns_shown,
                                row -> row.quiet() ? Messages.NoticeColumns_quiet : Messages.NoticeColumns_yes)
                        .wide(110));
        return new TableModel<>(columns, Told::number, new Sort(TIME, true));
    }
}
