// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.io.IOException;
import java.io.StringWriter;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.part.ViewPart;
import org.portio.core.ConnectionException;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.export.NetstatExporter;
import org.portio.ui.FailureText;
import org.portio.ui.Labels;
import org.portio.ui.LivePart;
import org.portio.ui.LiveRefresh;
import org.portio.ui.MessagePane;
import org.portio.ui.UiThread;

/** Every connection of this machine as netstat would print it, live. */
public final class NetstatView extends ViewPart implements LivePart, SnapshotPart, LiveRefresh.Listener {

    private final NetstatExporter netstat = new NetstatExporter();
    private MessagePane pane;
    private StyledText text;
    private FindBar findBar;
    private LiveRefresh live;
    private String shown = "";
    private volatile Snapshot latest;

    @Override
    public void createPartControl(Composite parent) {
        pane = new MessagePane(parent);
        pane.showMessage(Messages.NetstatView_loading);
        Composite body = new Composite(pane.body(), SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        text = new StyledText(body, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
        Labels.name(text, getPartName());
        text.setFont(JFaceResources.getTextFont());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        findBar = new FindBar(body, text);
        createContextMenu();
        live = LiveRefresh.of(this, this);
    }

    private void createContextMenu() {
        MenuManager menu = new MenuManager();
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        text.setMenu(menu.createContextMenu(text));
        getSite().registerContextMenu(menu, null);
    }

    @Override
    public void setFocus() {
        pane.setFocus(text, null);
    }

    @Override
    public LiveRefresh live() {
        return live;
    }

    @Override
    public Snapshot shownSnapshot() {
        return latest;
    }

    @Override
    public String preferredFormat() {
        return netstat.extension();
    }

    void openFindBar() {
        findBar.open();
    }

    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        String output = print(snapshot);
        latest = snapshot;
        UiThread.later(text, () -> show(output));
    }

    @Override
    public void failed(ConnectionException failure) {
        UiThread.later(
                text,
                () -> pane.showMessage(FailureText.of(failure), Messages.NetstatView_retry, () -> live.refreshNow()));
    }

    @Override
    public void paused(boolean isPaused) {
        // What is shown stays; the status line says that it is paused.
    }

    private String print(Snapshot snapshot) {
        StringWriter output = new StringWriter();
        try {
            netstat.write(snapshot, output);
        } catch (IOException e) {
            throw new IllegalStateException("a StringWriter does not fail", e);
        }
        return output.toString();
    }

    private void show(String output) {
        if (!output.equals(shown)) {
            text.setRedraw(false);
            replaceText(output);
            text.setRedraw(true);
        }
        pane.showBody();
    }

    /** Replaces the text below the user's eyes: selection and scroll position stay with their lines. */
    private void replaceText(String output) {
        Point selection = text.getSelection();
        int left = text.getHorizontalPixel();
        int top = text.getOffsetAtLine(text.getTopIndex());
        text.setText(output);
        text.setSelection(SameLine.offset(shown, output, selection.x), SameLine.offset(shown, output, selection.y));
        // After the selection, which scrolls to where it is.
        text.setTopIndex(text.getLineAtOffset(SameLine.offset(shown, output, top)));
        text.setHorizontalPixel(left);
        shown = output;
    }
}
