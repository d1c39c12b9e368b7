// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.portio.ui.Labels;

/** A warning beside the window, which keeps working meanwhile; with a text that can be selected and copied. */
final class Notice extends MessageDialog {

    private static final int WIDTH = 500;

    private final String detail;

    Notice(Shell window, String title, String message, String detail) {
        super(window, title, null, message, WARNING, 0, IDialogConstants.CLOSE_LABEL);
        this.detail = detail;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE);
        setBlockOnOpen(false);
    }

    @Override
    protected Control createCustomArea(Composite parent) {
        Text text = new Text(parent, SWT.READ_ONLY | SWT.BORDER | SWT.MULTI | SWT.WRAP);
        text.setText(Labels.lines(detail));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        return text;
    }
}
