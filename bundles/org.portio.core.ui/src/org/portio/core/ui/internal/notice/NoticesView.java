// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import org.eclipse.osgi.util.NLS;
import org.portio.ui.list.ListViewPart;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableTexts;

/** The list of what was told, also while nobody looked. */
public final class NoticesView extends ListViewPart<Told> {

    static final String ID = "org.portio.core.ui.notices";

    @Override
    protected NoticeList list() {
        return NoticeList.of(getSite());
    }

    @Override
    protected TableModel<Told> model() {
        return NoticeColumns.model();
    }

    @Override
    protected TableTexts texts() {
        return new TableTexts(
                Messages.NoticesView_filterHint,
                Messages.NoticesView_filterExamples,
                Messages.NoticesView_loading,
                Messages.NoticesView_empty,
                Messages.NoticesView_noMatch);
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.NoticesView_one : NLS.bind(Messages.NoticesView_many, rows);
    }
}
