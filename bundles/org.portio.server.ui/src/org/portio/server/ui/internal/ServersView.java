// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.custom.SashForm;
import org.portio.server.ServerStatus;
import org.portio.ui.KeyText;
import org.portio.ui.UiThread;
import org.portio.ui.list.ListViewPart;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableTexts;

/** The temporary servers with their clients, live, and below them what the clients of the selected one did. */
public final class ServersView extends ListViewPart<ServerStatus> {

    private ServerWatch watch;
    private TranscriptPane transcript;
    private ServerKey selected;

    @Override
    protected ServerList list() {
        return ServerList.of(getSite());
    }

    @Override
    protected TableModel<ServerStatus> model() {
        return ServerColumns.model(ZoneId.systemDefault());
    }

    @Override
    protected TableTexts texts() {
        return new TableTexts(
                Messages.ServersView_filterHint,
                Messages.ServersView_filterExamples,
                Messages.ServersView_loading,
                KeyText.withKey(getSite(), Messages.ServersView_empty, StartServerHandler.ID),
                Messages.ServersView_noMatch);
    }

    @Override
    protected void createDetails(SashForm parent) {
        transcript = new TranscriptPane(parent, getSite());
        watch = new ServerWatch(list(), this::showTranscript);
    }

    @Override
    protected void setVisible(boolean visible) {
        super.setVisible(visible);
        watch.setVisible(visible);
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.ServersView_one : NLS.bind(Messages.ServersView_many, rows);
    }

    @Override
    public void refresh() {
        super.refresh();
        watch.refreshNow();
    }

    @Override
    protected void selected(ServerStatus row) {
        ServerKey now = row == null ? null : ServerKey.of(row);
        // The selection is also reported again with each refresh.
        if (!Objects.equals(now, selected)) {
            selected = now;
            transcript.show(new ServerWatch.Transcript(now, List.of()));
            watch.select(now);
        }
    }

    /**
     * Shows a transcript of the job that watches; ignores one that was asked for before another server was selected.
     */
    private void showTranscript(ServerWatch.Transcript latest) {
        UiThread.later(table().control(), () -> {
            if (Objects.equals(latest.server(), selected)) {
                transcript.show(latest);
            }
        });
    }
}
