// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.LinkedHashMap;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.swt.widgets.Shell;
import org.portio.ui.internal.Messages;

/**
 * A question before something that can be done again, which the user may switch off in its dialog, and on again in the
 * preferences. Ending a process always asks: its dialog shows what is affected.
 */
public enum Confirmation {
    CLOSE_CONNECTION("confirmCloseConnection", Messages.Confirmation_closeConnection),
    UNBLOCK("confirmUnblock", Messages.Confirmation_unblock),
    RELEASE("confirmRelease", Messages.Confirmation_release),
    STOP_SERVER("confirmStopServer", Messages.Confirmation_stopServer);

    private final String key;
    private final String label;

    Confirmation(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Returns the key of its preference, which is true if it asks. */
    public String key() {
        return key;
    }

    /** Returns what it asks before, for the preference page. */
    public String label() {
        return label;
    }

    /** Returns whether the user wants it: asks, unless that was switched off. The button does it. */
    public boolean isGiven(Shell shell, String title, String question, String button) {
        if (!Platform.getPreferencesService().getBoolean(PortioPreferences.NODE, key, true, null)) {
            return true;
        }
        LinkedHashMap<String, Integer> buttons = new LinkedHashMap<>();
        buttons.put(button, IDialogConstants.OK_ID);
        buttons.put(IDialogConstants.CANCEL_LABEL, IDialogConstants.CANCEL_ID);
        MessageDialogWithToggle dialog = new MessageDialogWithToggle(
                shell,
                title,
                null,
                Labels.shown(question),
                MessageDialog.QUESTION,
                buttons,
                0,
                Messages.Confirmation_notAgain,
                false);
        boolean given = dialog.open() == IDialogConstants.OK_ID;
        if (given && dialog.getToggleState()) {
            InstanceScope.INSTANCE.getNode(PortioPreferences.NODE).putBoolean(key, false);
        }
        return given;
    }
}
