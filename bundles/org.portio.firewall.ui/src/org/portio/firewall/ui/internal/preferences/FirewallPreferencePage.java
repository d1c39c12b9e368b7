// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.preferences;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.portio.firewall.Verdict;
import org.portio.firewall.ui.internal.BackendList;
import org.portio.firewall.ui.internal.Messages;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;

/** Sets the backend and the initial values of the dialog Block Port. */
public final class FirewallPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH_HINT = 350;

    private static final String[][] VERDICTS = {
        {Messages.FirewallPreferencePage_reject, Verdict.REJECT.name()},
        {Messages.FirewallPreferencePage_drop, Verdict.DROP.name()}
    };

    private BackendList backends = new BackendList(List.of());

    public FirewallPreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, FirewallPreferences.NODE));
        setDescription(Messages.FirewallPreferencePage_description);
    }

    @Override
    public void init(IWorkbench workbench) {
        backends = Objects.requireNonNullElse(workbench.getService(BackendList.class), backends);
    }

    @Override
    protected void createFieldEditors() {
        Composite parent = getFieldEditorParent();
        addField(new ComboFieldEditor(
                FirewallPreferences.BACKEND, Messages.FirewallPreferencePage_backend, backendChoices(), parent));
        addField(new ComboFieldEditor(
                FirewallPreferences.VERDICT, Messages.FirewallPreferencePage_verdict, VERDICTS, parent));
        showAvailabilities(note(parent, Messages.FirewallPreferencePage_asking));
        note(parent, Messages.FirewallPreferencePage_confirmation);
    }

    private String[][] backendChoices() {
        String[] automatic = {Messages.FirewallPreferencePage_automatic, ""};
        Stream<String[]> named = backends.names().stream().map(name -> new String[] {name, name});
        return Stream.concat(Stream.<String[]>of(automatic), named).toArray(String[][]::new);
    }

    private void showAvailabilities(Label label) {
        Job.createSystem("Ask the firewall's backends", (ICoreRunnable) _ -> {
                    String text = backends.availabilities();
                    UiThread.later(label, () -> {
                        String shown = text.isEmpty() ? Messages.FirewallPreferencePage_noBackend : text;
                        label.setText(Labels.shown(shown));
                        label.getParent().layout();
                    });
                })
                .schedule();
    }

    private static Label note(Composite parent, String text) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .indent(0, 8)
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }
}
