// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.time.ZoneId;
import java.util.List;
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
    /** Characters of a run's words that are shown: its command may be a whole script. */
    private static final int LONGEST = 160;

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
        List<RunPart> known = report == null ? List.of() : RunPart.of(report);
        // That a run which runs has nothing yet goes without saying.
        parts.control().setVisible(!known.isEmpty() || report != null && RunColumns.isSeen(report));
        parts.show(known, part -> part.problem() ? RunColumns.PROBLEM : null);
    }

    private static String title(RunReport report) {
        if (report == null) {
            return Messages.RunPane_none;
        }
        String run = report.run().text();
        String name = run.length() <= LONGEST ? run : run.substring(0, LONGEST) + "...)";
        String said = NLS.bind(text(report), Character.toUpperCase(name.charAt(0)) + name.substring(1));
        return Labels.shown(report.recordDetail().isEmpty() ? said : said + ": " + report.recordDetail());
    }

    private static String text(RunReport report) {
        if (!RunColumns.isSeen(report)) {
            return RunColumns.isRunning(report) ? Messages.RunPane_runs : Messages.RunPane_reverted;
        }
        return switch (report.record()) {
            case EXACT -> Messages.RunPane_exact;
            case CUT -> Messages.RunPane_cut;
            case NONE -> Messages.RunPane_notSeen;
        };
    }
}
