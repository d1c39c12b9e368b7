// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.insight;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the table of insights. */
final class InsightColumns {

    private static final String SEVERITY = "severity";

    private InsightColumns() {}

    static TableModel<Insight> model() {
        List<Column<Insight>> columns = List.of(
                Column.<Insight>words(
                                SEVERITY,
                                Messages.InsightColumns_severity,
                                row -> row.severity().label(),
                                Stream.of(Severity.values())
                                        .map(Severity::label)
                                        .toList())
                        .orderedBy(Comparator.comparing(Insight::severity))
                        .wide(85),
                Column.text("what", Messages.InsightColumns_what, Insight::what).wide(420),
                Column.text("evidence", Messages.InsightColumns_evidence, Insight::evidence)
                        .wide(300),
                Column.text("advice", Messages.InsightColumns_advice, Insight::advice)
                        .wide(300),
                Column.text("rule", Messages.InsightColumns_rule, Insight::rule).wide(120));
        return new TableModel<>(columns, InsightColumns::key, new Sort(SEVERITY, false));
    }

    /** Returns what stays the same while numbers change: the rule and the first socket concerned. */
    private static Object key(Insight row) {
        Object about = row.connections().isEmpty()
                ? row.what()
                : row.connections().getFirst().key();
        return List.of(row.rule(), about);
    }
}
