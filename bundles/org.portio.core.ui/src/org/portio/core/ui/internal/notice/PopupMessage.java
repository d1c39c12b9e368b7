// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.portio.core.notice.NoticeMessage;
import org.portio.ui.Labels;

/** A message in the corner of the screen, which takes no focus and goes by itself. A click shows the list of all. */
final class PopupMessage extends PopupDialog {

    private static final int WIDTH = 340;
    private static final int MARGIN = 12;
    private static final int SHOWN_MILLIS = 8000;

    private final IWorkbenchWindow window;
    private final NoticeMessage message;

    PopupMessage(IWorkbenchWindow window, NoticeMessage message) {
        super(
                window.getShell(),
                SWT.ON_TOP | SWT.NO_FOCUS | SWT.TOOL,
                false,
                false,
                false,
                false,
                false,
                Labels.shown(message.title()),
                null);
        this.window = window;
        this.message = message;
    }

    @Override
    public int open() {
        int result = super.open();
        getShell().getDisplay().timerExec(SHOWN_MILLIS, this::close);
        return result;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label label = new Label(area, SWT.WRAP);
        label.setText(Labels.shown(message.body()));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        label.addMouseListener(MouseListener.mouseUpAdapter(_ -> showList()));
        return area;
    }

    private void showList() {
        close();
        try {
            window.getActivePage().showView(NoticesView.ID);
        } catch (PartInitException e) {
            ILog.of(PopupMessage.class).error(e.getMessage(), e);
        }
    }

    @Override
    protected Point getInitialLocation(Point size) {
        Shell shell = window.getShell();
        Rectangle area = shell.getMonitor().getClientArea();
        return new Point(area.x + area.width - size.x - MARGIN, area.y + area.height - size.y - MARGIN);
    }
}
