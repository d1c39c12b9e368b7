// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.rights;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.portio.ui.HelpTopic;
import org.portio.ui.Labels;

/** Asks for the password that sudo wants. */
final class PasswordDialog extends Dialog {

    private static final int WIDTH_HINT = 380;

    private final boolean again;
    private Text field;
    private char[] password;

    /** Says, if it asks again, that the last answer was wrong. */
    PasswordDialog(Shell parent, boolean again) {
        super(parent);
        this.again = again;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.PasswordDialog_title);
        HelpTopic.set(shell, "org.portio.firewall.ui.password");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        addText(area, Messages.PasswordDialog_why);
        if (again) {
            addText(area, Messages.PasswordDialog_wrong);
        }
        Label name = addText(area, Messages.PasswordDialog_password);
        field = new Text(area, SWT.BORDER | SWT.PASSWORD);
        Labels.connect(name, field);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        field.setFocus();
        return area;
    }

    private static Label addText(Composite area, String text) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.PasswordDialog_ok, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        // As characters, which can be wiped, rather than as a string, which cannot.
        password = field.getTextChars();
        super.okPressed();
    }

    /** Returns what was typed, to be wiped after use; null unless the dialog was closed with its button. */
    char[] password() {
        return getReturnCode() == OK ? password : null;
    }
}
