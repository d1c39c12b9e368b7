// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndImpact;
import org.portio.core.system.Printable;
import org.portio.ui.Labels;

/** Lists what ending several processes would affect, a row for each. */
final class ImpactTable {

    private static final int WIDTH_HINT = 640;
    private static final int MOST_ROWS = 10;

    private ImpactTable() {}

    /** Fills both columns of the area. */
    static void create(Composite area, List<EndImpact> impacts) {
        Table table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        Labels.name(table, Messages.ImpactTable_name);
        table.setHeaderVisible(true);
        ImpactText.titles().forEach(title -> new TableColumn(table, SWT.NONE).setText(title));
        List<ProcessInfo> all = impacts.stream().map(EndImpact::process).toList();
        for (EndImpact impact : impacts) {
            new TableItem(table, SWT.NONE)
                    .setText(ImpactText.cells(impact, all).stream()
                            .map(Printable::of)
                            .toArray(String[]::new));
        }
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        int rows = Math.min(MOST_ROWS, impacts.size());
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(2, 1)
                .hint(WIDTH_HINT, table.getHeaderHeight() + (rows + 1) * table.getItemHeight())
                .applyTo(table);
    }
}
