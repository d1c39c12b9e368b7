// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.insight;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.custom.SashForm;
import org.portio.core.insight.Insight;
import org.portio.ui.list.ListViewPart;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableTexts;

/** The insights, live, and below them all of the selected one. */
public final class InsightsView extends ListViewPart<Insight> {

    private static final String PROBLEM = "org.portio.core.ui.problem";
    private static final String WARNING = "org.portio.core.ui.changedConnection";

    private InsightPane pane;

    @Override
    protected InsightList list() {
        return InsightList.of(getSite());
    }

    @Override
    protected TableModel<Insight> model() {
        return InsightColumns.model();
    }

    @Override
    protected TableTexts texts() {
        return new TableTexts(
                Messages.InsightsView_filterHint,
                Messages.InsightsView_filterExamples,
                Messages.InsightsView_loading,
                Messages.InsightsView_empty,
                Messages.InsightsView_noMatch);
    }

    @Override
    protected void createDetails(SashForm parent) {
        pane = new InsightPane(parent);
    }

    @Override
    protected void selected(Insight row) {
        pane.show(row);
    }

    @Override
    protected String colour(Insight row) {
        return switch (row.severity()) {
            case PROBLEM -> PROBLEM;
            case WARNING -> WARNING;
            case NOTE -> null;
        };
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.InsightsView_one : NLS.bind(Messages.InsightsView_many, rows);
    }
}
