// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.time.ZoneId;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.portio.testrun.RunReport;
import org.portio.ui.Labels;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TableTexts;

/** Shows what is known of the selected run. UI thread only. */
final class RunPane {

    /** The margin of the notes below tables. */
    private static final int MARGIN = 4;

    private final Composite control;
    private final Label title;
    private final RowTable<RunPart> parts;

    RunPane(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        title = new Label(control, SWT.WRAP);
        GridDataFactory.fillDefaults().indent(MARGIN, 2).grab(true, false).applyTo(title);
        parts = new RowTable<>(control, PartColumns.model(ZoneId.systemDefault()), texts(), null);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts.control());
        show(null);
    }

    private static TableTexts texts() {
        return new TableTexts(
                Messages.RunPane_filterHint,
                Messages.RunPane_filterExamples,
                Messages.TestRunsView_loading,
                Messages.RunPane_empty,
                Messages.RunPane_noMatch);
    }

    /** @param report null for none */
    void show(RunReport report) {
        String text = title(report);
        if (!text.equals(title.getText())) {
            title.setText(text);
            control.layout(true, true);
        }
        parts.control().setVisible(report != null);
        if (report != null) {
            parts.show(RunPart.of(report), part -> part.problem() ? RunColumns.PROBLEM : null);
        }
    }

    private static String title(RunReport report) {
        if (report == null) {
            return Messages.RunPane_none;
        }
        String text = switch (report.record()) {
            case EXACT -> Messages.RunPane_exact;
            case CUT -> Messages.RunPane_cut;
            case NONE -> report.end() == RunReport.End.RUNS ? Messages.RunPane_runs : Messages.RunPane_notSeen;
        };
        String said = NLS.bind(text, report.run().text());
        return Labels.shown(report.recordDetail().isEmpty() ? said : said + ": " + report.recordDetail());
    }
}
