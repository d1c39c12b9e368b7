// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import java.util.stream.Stream;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Sets what the rows of the view Connections look like. */
public final class LookPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final String[][] SECONDS = Stream.of("1", "2", "3", "5", "10", "30", "60")
            .map(seconds -> new String[] {NLS.bind(Messages.LookPreferencePage_seconds, seconds), seconds})
            .toArray(String[][]::new);

    public LookPreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, LookPreferences.NODE));
        setDescription(Messages.LookPreferencePage_description);
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing of the workbench is needed.
    }

    @Override
    protected void createFieldEditors() {
        addField(new ComboFieldEditor(
                LookPreferences.HIGHLIGHT_SECONDS,
                Messages.LookPreferencePage_highlight,
                SECONDS,
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(
                LookPreferences.MARKS, Messages.LookPreferencePage_marks, getFieldEditorParent()));
        addField(new BooleanFieldEditor(
                LookPreferences.ICONS, Messages.LookPreferencePage_icons, getFieldEditorParent()));
    }
}
