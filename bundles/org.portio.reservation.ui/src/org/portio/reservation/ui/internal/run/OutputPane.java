// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.portio.core.system.FileFailure;
import org.portio.reservation.PortKey;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;

/** Shows and follows the output of the selected reservation's program, if there is any. */
public final class OutputPane {

    private static final int MARGIN = 4;
    private static final long PAUSE_MILLIS = 1000;

    private final SashForm sash;
    private final Composite control;
    private final Label title;
    private final StyledText text;
    private final Job follow = Job.createSystem("Follow a program's output", (ICoreRunnable) _ -> follow());
    private volatile PortKey selected;
    private volatile LogTail tail;
    private volatile boolean visible;
    private String shown = "";

    /** Creates one in this sash, below its one other control, which has all of it while there is no output. */
    public OutputPane(SashForm sash) {
        this.sash = sash;
        control = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        title = new Label(control, SWT.NONE);
        GridDataFactory.fillDefaults().indent(MARGIN, 2).grab(true, false).applyTo(title);
        text = new StyledText(control, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(MARGIN, 0, MARGIN, 0);
        Labels.name(text, Messages.OutputPane_name);
        // Tab leads on, as from any other field.
        text.addTraverseListener(event ->
                event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        sash.setMaximizedControl(sash.getChildren()[0]);
        control.addDisposeListener(_ -> setVisible(false));
    }

    /** Shows what the program of this port writes; null for none. On the UI thread. */
    public void select(PortKey key, Path log) {
        if (key != null && key.equals(selected)) {
            return; // the selection is told anew with each refresh
        }
        selected = key;
        tail = key == null ? null : new LogTail(log);
        show(key, "");
        follow.schedule();
    }

    public void setVisible(boolean isVisible) {
        visible = isVisible;
        if (isVisible) {
            follow.schedule();
        } else {
            follow.cancel();
        }
    }

    private void follow() {
        LogTail current = tail;
        PortKey key = selected;
        if (current == null || !visible) {
            return;
        }
        String output = read(current);
        UiThread.later(control, () -> show(key, output));
        follow.schedule(PAUSE_MILLIS);
    }

    private static String read(LogTail tail) {
        try {
            return tail.read();
        } catch (IOException e) {
            return NLS.bind(Messages.OutputPane_unreadable, FileFailure.text(e));
        }
    }

    private void show(PortKey key, String output) {
        if (key != selected || output.equals(shown)) {
            return;
        }
        shown = output;
        sash.setMaximizedControl(output.isEmpty() ? sash.getChildren()[0] : null);
        title.setText(Labels.shown(NLS.bind(Messages.OutputPane_title, key)));
        boolean atEnd = text.getTopPixel() + text.getClientArea().height >= text.getLineCount() * text.getLineHeight();
        int top = text.getTopIndex();
        text.setRedraw(false);
        text.setText(output);
        text.setTopIndex(atEnd ? text.getLineCount() - 1 : top);
        text.setRedraw(true);
    }
}
