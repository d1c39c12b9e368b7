// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.portio.ui.Confirmation;
import org.portio.ui.PortioPreferences;

/** Preferences of all views: their refresh, how rows are shown, and what is asked. Pages of other bundles hang under it. */
public final class PortioPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    /** Milliseconds as they are kept, with the seconds that are shown. */
    private static final String[][] INTERVALS = {
        interval("500", "0.5"),
        interval("1000", "1"),
        interval("2000", "2"),
        interval("5000", "5"),
        interval("10000", "10"),
        interval("60000", "60")
    };

    private static final int GAP = 8;

    public PortioPreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, PortioPreferences.NODE));
        setDescription(Messages.PreferencePage_description);
    }

    private static String[] interval(String millis, String seconds) {
        return new String[] {NLS.bind(Messages.PreferencePage_seconds, seconds), millis};
    }

    @Override
    public void init(IWorkbench workbench) {
        // Nothing of the workbench is needed.
    }

    @Override
    protected void createFieldEditors() {
        addField(new BooleanFieldEditor(
                PortioPreferences.FOLLOW, Messages.PreferencePage_followChanges, getFieldEditorParent()));
        addField(new ComboFieldEditor(
                PortioPreferences.REFRESH_INTERVAL,
                Messages.PreferencePage_refreshInterval,
                INTERVALS,
                getFieldEditorParent()));
        addField(new BooleanFieldEditor(
                PortioPreferences.RESOLVE_NAMES, Messages.PreferencePage_resolveNames, getFieldEditorParent()));
        addField(new BooleanFieldEditor(
                PortioPreferences.COMPACT, Messages.PreferencePage_compactRows, getFieldEditorParent()));
        Label before = new Label(getFieldEditorParent(), SWT.NONE);
        before.setText(Messages.PreferencePage_ask);
        GridDataFactory.swtDefaults().span(2, 1).indent(0, GAP).applyTo(before);
        for (Confirmation confirmation : Confirmation.values()) {
            addField(new BooleanFieldEditor(confirmation.key(), confirmation.label(), getFieldEditorParent()));
        }
    }
}
