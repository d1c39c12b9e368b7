// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.portio.ui.HelpTopic;
import org.portio.ui.Labels;
import org.portio.ui.dialog.PortAnswer.Kind;

/**
 * Asks for a port and what is to be done with it. While it is filled in, one line says what is wrong, or what will happen.
 * It changes nothing itself.
 */
public final class PortDialog<F extends PortForm> extends TitleAreaDialog {

    private final String title;
    private final String okLabel;
    private final F initial;
    private final Function<PortQuestion, PortAnswer> inquiry;
    private final BiFunction<Composite, Runnable, PortFields<F>> toFields;
    private PortFields<F> fields;
    private AskJob asking;
    private PortAnswer answer = PortAnswer.FINE;
    private F entered;

    /**
     * Creates a dialog, which is then opened.
     *
     * @param okLabel of the button that does it
     * @param initial what the fields are filled with
     * @param inquiry is asked on another thread than the UI's
     * @param toFields makes the fields in a composite, and runs the given action after each change
     */
    public PortDialog(
            Shell parent,
            String title,
            String okLabel,
            F initial,
            Function<PortQuestion, PortAnswer> inquiry,
            BiFunction<Composite, Runnable, PortFields<F>> toFields) {
        super(parent);
        this.title = title;
        this.okLabel = okLabel;
        this.initial = initial;
        this.inquiry = inquiry;
        this.toFields = toFields;
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(title);
        HelpTopic.set(shell, initial.helpTopic());
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        setTitle(title);
        // Now that there is a button to be disabled.
        fields.show(initial);
        fields.focus();
        return contents;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        asking = new AskJob(area, inquiry, this::answered);
        fields = toFields.apply(area, this::changed);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, okLabel, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    private void changed() {
        F form = fields.form();
        entered = form.problem().isEmpty() ? form : null;
        // The answer to another question says nothing about this one.
        if (asking.ask(entered == null ? null : entered.question())) {
            answer = PortAnswer.FINE;
        }
        showState(form);
    }

    private void answered(PortAnswer latest) {
        answer = latest;
        showState(fields.form());
    }

    private void showState(F form) {
        String problem = entered == null ? form.problem() : answer.kind() == Kind.PROBLEM ? answer.text() : "";
        boolean blank = form.port().isBlank();
        setErrorMessage(problem.isEmpty() || blank ? null : Labels.lines(problem));
        if (blank) {
            setMessage(problem);
        } else if (problem.isEmpty()) {
            setMessage(
                    Labels.lines(answer.text().isEmpty() ? form.sentence() : answer.text()),
                    answer.kind() == Kind.WARNING ? IMessageProvider.WARNING : IMessageProvider.NONE);
        }
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
    }

    /** Returns what was entered; null unless the dialog was closed with its button. */
    public F form() {
        return getReturnCode() == OK ? entered : null;
    }
}
