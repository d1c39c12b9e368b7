// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.time.ZoneId;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.custom.SashForm;
import org.portio.testrun.RunReport;
import org.portio.ui.UiThread;
import org.portio.ui.list.ListViewPart;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableTexts;

/** The test runs of this user, and below them what the selected one opened, what PortIO made for it and what it left. */
public final class TestRunsView extends ListViewPart<RunReport> {

    private RunPane pane;
    private RunReport shown;

    @Override
    protected TestRunList list() {
        return TestRunList.of(getSite());
    }

    @Override
    protected TableModel<RunReport> model() {
        return RunColumns.model(ZoneId.systemDefault());
    }

    @Override
    protected TableTexts texts() {
        return new TableTexts(
                Messages.TestRunsView_filterHint,
                Messages.TestRunsView_filterExamples,
                Messages.TestRunsView_loading,
                Messages.TestRunsView_empty,
                Messages.TestRunsView_noMatch);
    }

    @Override
    protected void createDetails(SashForm parent) {
        pane = new RunPane(parent);
    }

    @Override
    protected void selected(RunReport row) {
        // The selection is also reported again with each refresh; to compare thousands of calls costs less than to show
        // them.
        if (row == null ? shown != null : !row.equals(shown)) {
            shown = row;
            pane.show(row);
            if (row != null && RunColumns.isRunning(row)) {
                TestRunList list = list();
                Job.createSystem("Ask what was made for a run", (ICoreRunnable) _ -> showMade(list, row))
                        .schedule();
            }
        }
    }

    /** Adds what PortIO has made for a run that runs, unless another one was selected meanwhile. */
    private void showMade(TestRunList list, RunReport row) {
        RunReport made = row.withChanges(list.made(row));
        UiThread.later(table().control(), () -> {
            if (row.equals(shown)) {
                pane.show(made);
            }
        });
    }

    @Override
    protected String colour(RunReport row) {
        return RunColumns.colour(row);
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.TestRunsView_one : NLS.bind(Messages.TestRunsView_many, rows);
    }
}
