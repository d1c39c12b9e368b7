// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.ui.TimeText;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;

/** The columns of the table of what is known of one run. */
final class PartColumns {

    private PartColumns() {}

    /** Returns the table, in the order of the report. */
    static TableModel<RunPart> model(ZoneId zone) {
        List<Column<RunPart>> columns = List.of(
                Column.<RunPart>words(
                                "what",
                                Messages.PartColumns_what,
                                part -> part.what().label(),
                                Arrays.stream(RunPart.What.values())
                                        .map(RunPart.What::label)
                                        .toList())
                        .wide(95),
                Column.<RunPart>text(
                                "time",
                                Messages.PartColumns_time,
                                part -> part.time() == null ? "" : TimeText.time(part.time(), zone))
                        .orderedBy(Comparator.comparing(RunPart::time, Comparator.nullsLast(Comparator.naturalOrder())))
                        .wide(110),
                Column.<RunPart>text("process", Messages.PartColumns_process, RunPart::process),
                Column.<RunPart>number("pid", Messages.PartColumns_pid, part -> part.pid() == 0 ? null : part.pid())
                        .wide(80),
                Column.<RunPart>words(
                                "protocol",
                                Messages.PartColumns_protocol,
                                part -> part.protocol() == null
                                        ? ""
                                        : part.protocol().name(),
                                Stream.of(Protocol.values()).map(Protocol::name).toList())
                        .wide(80),
                Column.<RunPart>text("place", Messages.PartColumns_place, RunPart::place)
                        .wide(230),
                Column.<RunPart>text("result", Messages.PartColumns_result, RunPart::result)
                        .wide(420));
        return new TableModel<>(columns, RunPart::number, null);
    }
}
