// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.portio.ui.HelpTopic;
import org.portio.ui.Labels;

/** Says which processes are waited for and since when. It returns {@link #FORCE}, or that the user waits no longer. */
final class WaitDialog extends Dialog {

    static final int FORCE = IDialogConstants.CLIENT_ID;

    private static final int WIDTH_HINT = 420;
    private static final int TICK_MILLIS = 250;

    private final EndTarget target;
    private final boolean forced;
    private final LongSupplier nanoTime;
    private final long begin;
    private Label text;

    /** Counts from now on by this clock. With a process that was forced already there is nothing but to wait. */
    WaitDialog(Shell parent, EndTarget target, boolean forced, LongSupplier nanoTime, Duration waited) {
        super(parent);
        this.target = target;
        this.forced = forced;
        this.nanoTime = nanoTime;
        begin = nanoTime.getAsLong() - waited.toNanos();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.EndDialog_title);
        HelpTopic.set(shell, "org.portio.core.ui.endProcess");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        text = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .applyTo(text);
        tick();
        return area;
    }

    /** Nothing is forced by a mere Enter: the default is Cancel. */
    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, FORCE, forceLabel(target.processes().size()), false)
                .setEnabled(!forced);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        setReturnCode(id);
        close();
    }

    static String forceLabel(int processes) {
        return processes == 1 ? Messages.EndConversation_force : Messages.EndConversation_forceAll;
    }

    private void tick() {
        if (text.isDisposed()) {
            return;
        }
        long seconds = Duration.ofNanos(nanoTime.getAsLong() - begin).toSeconds();
        String waiting = Labels.shown(NLS.bind(Messages.WaitDialog_waiting, target.text(), seconds));
        if (!waiting.equals(text.getText())) {
            text.setText(waiting);
        }
        text.getDisplay().timerExec(TICK_MILLIS, this::tick);
    }
}
