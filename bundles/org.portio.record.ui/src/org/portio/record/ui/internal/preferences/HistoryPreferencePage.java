// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.preferences;

import java.time.Duration;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.ComboFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.portio.record.HistorySwitch.Position;
import org.portio.record.RecordException;
import org.portio.record.Retention;
import org.portio.record.ui.internal.source.HistoryPreferences;
import org.portio.record.ui.internal.source.Past;
import org.portio.ui.FailureText;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;
import org.portio.ui.list.ChangeJob;

/** Sets whether the past is recorded always, how much of it is kept, and what the window keeps otherwise. */
public final class HistoryPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH_HINT = 350;
    private static final int MEGABYTE = 1_000_000;
    private static final int MOST = 1_000_000;
    private static final String[][] RECENT = {
        {Messages.HistoryPreferencePage_none, "0"},
        {Messages.HistoryPreferencePage_five, "5"},
        {Messages.HistoryPreferencePage_quarter, "15"},
        {Messages.HistoryPreferencePage_hour, "60"}
    };

    private Past past;
    private Button always;
    private Spinner hours;
    private Spinner megabytes;
    /** Null until it has been read. */
    private Position known;

    public HistoryPreferencePage() {
        super(GRID);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, HistoryPreferences.NODE));
        setDescription(Messages.HistoryPreferencePage_description);
    }

    @Override
    public void init(IWorkbench workbench) {
        past = workbench.getService(Past.class);
    }

    @Override
    protected void createFieldEditors() {
        Composite parent = getFieldEditorParent();
        addField(
                new ComboFieldEditor(HistoryPreferences.RECENT, Messages.HistoryPreferencePage_recent, RECENT, parent));
        always = new Button(parent, SWT.CHECK);
        always.setText(Messages.HistoryPreferencePage_always);
        GridDataFactory.swtDefaults().span(2, 1).indent(0, 8).applyTo(always);
        hours = spinner(parent, Messages.HistoryPreferencePage_hours);
        megabytes = spinner(parent, Messages.HistoryPreferencePage_megabytes);
        note(parent, Messages.HistoryPreferencePage_kept);
        show(Position.OFF);
        always.setEnabled(false);
        if (past != null) {
            read();
        }
    }

    private void read() {
        Job.createSystem("Read whether the past is recorded", (ICoreRunnable) _ -> {
                    Position position = position();
                    UiThread.later(always, () -> {
                        known = position;
                        always.setEnabled(true);
                        show(position);
                    });
                })
                .schedule();
    }

    private Position position() throws CoreException {
        try {
            return past.position();
        } catch (RecordException e) {
            throw new CoreException(Status.error(FailureText.of(e), e));
        }
    }

    private void show(Position position) {
        always.setSelection(position.isOn());
        hours.setSelection((int) position.retention().time().toHours());
        megabytes.setSelection((int) (position.retention().bytes() / MEGABYTE));
    }

    @Override
    protected void performDefaults() {
        super.performDefaults();
        show(Position.OFF);
    }

    @Override
    public boolean performOk() {
        boolean done = super.performOk();
        if (past == null) {
            return done;
        }
        Retention retention =
                new Retention(Duration.ofHours(hours.getSelection()), (long) megabytes.getSelection() * MEGABYTE);
        Position wanted = new Position(always.getSelection(), retention);
        if (known != null && !wanted.equals(known)) {
            known = wanted;
            new ChangeJob(Messages.HistoryPreferencePage_job, _ -> past.set(wanted)).start();
        }
        past.lookAgain();
        return done;
    }

    private static Spinner spinner(Composite parent, String title) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(title);
        Spinner spinner = new Spinner(parent, SWT.BORDER);
        spinner.setMinimum(1);
        spinner.setMaximum(MOST);
        Labels.connect(label, spinner);
        return spinner;
    }

    private static void note(Composite parent, String text) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .indent(0, 8)
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .applyTo(label);
    }
}
