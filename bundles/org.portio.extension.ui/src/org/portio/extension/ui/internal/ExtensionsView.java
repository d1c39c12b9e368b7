// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.portio.core.system.Subscription;
import org.portio.extension.Extension;
import org.portio.extension.Fault;
import org.portio.ui.Labels;
import org.portio.ui.TimeText;
import org.portio.ui.UiThread;
import org.portio.ui.list.ListState;
import org.portio.ui.list.ListViewPart;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableTexts;

/** The extensions, and below them all about the selected one: what is wrong with it down to the root cause. */
public final class ExtensionsView extends ListViewPart<Extension> {

    private static final int MARGIN = 4;

    private StyledText details;
    private boolean isOneSelected;

    @Override
    protected ExtensionList list() {
        return ExtensionList.of(getSite());
    }

    @Override
    protected TableModel<Extension> model() {
        return ExtensionColumns.model();
    }

    @Override
    protected TableTexts texts() {
        return new TableTexts(
                Messages.ExtensionsView_filterHint,
                Messages.ExtensionsView_filterExamples,
                Messages.ExtensionsView_loading,
                Messages.ExtensionsView_empty,
                Messages.ExtensionsView_noMatch);
    }

    @Override
    protected void createDetails(SashForm parent) {
        details = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        details.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        // Tab leads on, as from any other field.
        details.addTraverseListener(event ->
                event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        Labels.name(details, Messages.ExtensionsView_details);
        Subscription changes = list().onChange(_ -> UiThread.later(details, this::showHint));
        details.addDisposeListener(_ -> changes.close());
        selected(null);
    }

    @Override
    protected void selected(Extension row) {
        isOneSelected = row != null;
        String text = row == null ? hint() : Labels.lines(text(row));
        if (!details.isDisposed() && !text.equals(details.getText())) {
            details.setText(text);
        }
    }

    private void showHint() {
        if (!isOneSelected) {
            selected(null);
        }
    }

    private String hint() {
        ListState<Extension> state = list().state();
        boolean none = state.known() && state.rows().isEmpty();
        return none ? Messages.ExtensionsView_installOne : Messages.ExtensionsView_selectOne;
    }

    private static String text(Extension extension) {
        List<String> lines = new ArrayList<>();
        String problem = extension.unexpectedProblem() == null
                ? ""
                : "; it " + extension.unexpectedProblem().text();
        lines.add((extension.name() + " " + extension.version()).strip() + ": "
                + extension.state().label() + problem);
        if (!extension.brings().isEmpty()) {
            lines.add(NLS.bind(Messages.ExtensionsView_brings, ExtensionColumns.brings(extension)));
        }
        extension.features().forEach(feature -> lines.add(NLS.bind(Messages.ExtensionsView_feature, feature.text())));
        lines.addAll(extension.notes());
        for (Fault fault : extension.faults()) {
            String time = TimeText.moment(fault.time(), ZoneId.systemDefault());
            lines.add(NLS.bind(Messages.ExtensionsView_failed, time, fault.text()));
        }
        return String.join("\n", lines);
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.ExtensionsView_one : NLS.bind(Messages.ExtensionsView_many, rows);
    }
}
