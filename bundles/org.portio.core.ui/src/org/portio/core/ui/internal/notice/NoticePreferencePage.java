// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import java.util.Optional;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.ListEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.portio.core.notice.QuietHours;
import org.portio.core.notice.Watch;
import org.portio.ui.Labels;

/** Sets what the user is told of, and when not. */
public final class NoticePreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    public NoticePreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, NoticePreferences.NODE));
        setDescription(Messages.NoticePreferencePage_description);
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing of the workbench is needed.
    }

    @Override
    protected void createFieldEditors() {
        Composite parent = getFieldEditorParent();
        addField(new Watches(parent));
        addField(new BooleanFieldEditor(
                NoticePreferences.NEW_LISTENERS, Messages.NoticePreferencePage_newListeners, parent));
        addField(new BooleanFieldEditor(
                NoticePreferences.RESERVATIONS, Messages.NoticePreferencePage_reservations, parent));
        addField(new BooleanFieldEditor(NoticePreferences.BLOCKS, Messages.NoticePreferencePage_blocks, parent));
        addField(new Quiet(parent));
    }

    /** The hours as a text, which may be empty. */
    private static final class Quiet extends StringFieldEditor {

        private static final int COLUMNS = 14;

        Quiet(Composite parent) {
            super(NoticePreferences.QUIET, Messages.NoticePreferencePage_quiet, COLUMNS, parent);
            setErrorMessage(Messages.NoticePreferencePage_notHours);
            getTextControl(parent).setMessage("22:00-07:00");
        }

        @Override
        protected boolean doCheckState() {
            String text = getStringValue();
            return text.isBlank() || QuietHours.parse(text).isPresent();
        }
    }

    /** The ports and programs, one on each line. */
    private static final class Watches extends ListEditor {

        Watches(Composite parent) {
            super(NoticePreferences.WATCHES, Messages.NoticePreferencePage_watches, parent);
            getUpButton().setVisible(false);
            getDownButton().setVisible(false);
            Labels.name(getListControl(parent), Messages.NoticePreferencePage_watches);
        }

        @Override
        protected String createList(String[] items) {
            return String.join("\n", items);
        }

        @Override
        protected String[] parseString(String text) {
            return Watch.parseAll(text).stream().map(Watch::toString).toArray(String[]::new);
        }

        @Override
        protected String getNewInputObject() {
            IInputValidator validator = text -> {
                Optional<Watch> watch = Watch.parse(text);
                return watch.isPresent() || text.isBlank()
                        ? watch.isPresent() ? null : ""
                        : Labels.lines(NLS.bind(Messages.NoticePreferencePage_notWatch, text));
            };
            InputDialog dialog = new InputDialog(
                    getShell(),
                    Messages.NoticePreferencePage_addTitle,
                    Messages.NoticePreferencePage_add,
                    "",
                    validator);
            return dialog.open() == Window.OK ? dialog.getValue().strip() : null;
        }
    }
}
