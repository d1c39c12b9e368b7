// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedSettings;
import org.portio.ui.FailureText;
import org.portio.ui.HelpTopic;

/** Asks where the feed is to be, and whether everybody may read it. */
final class StartFeedDialog extends InputDialog {

    private static final int LINE = 200;

    private boolean plain;

    StartFeedDialog(Shell shell) {
        super(shell, Messages.StartFeedHandler_title, Messages.StartFeedHandler_message, FeedSettings.ADDRESS, null);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        HelpTopic.set(shell, "org.portio.feed.ui.start");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Button box = new Button(area, SWT.CHECK);
        box.setText(Messages.StartFeedDialog_plain);
        Label warning = new Label(area, SWT.WRAP);
        warning.setText(Messages.StartFeedDialog_warning);
        warning.setVisible(false);
        GridDataFactory.fillDefaults().grab(true, false).hint(LINE, SWT.DEFAULT).applyTo(warning);
        box.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
            plain = box.getSelection();
            warning.setVisible(plain);
            validateInput();
        }));
        return area;
    }

    /** Says what is wrong with the address; one that other machines reach is, if everybody may read. */
    @Override
    protected void validateInput() {
        try {
            settings(getText().getText(), plain);
            setErrorMessage(null);
        } catch (FeedException e) {
            setErrorMessage(FailureText.of(e));
        }
    }

    /** Returns what was chosen, when the dialog has been closed by OK. */
    FeedSettings settings() throws FeedException {
        return settings(getValue(), plain);
    }

    private static FeedSettings settings(String address, boolean isPlain) throws FeedException {
        return FeedSettings.of(FeedAddress.parse(address.strip()), null, isPlain);
    }
}
