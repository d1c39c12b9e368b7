// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.portio.core.process.EndImpact;
import org.portio.core.system.Printable;
import org.portio.ui.HelpTopic;
import org.portio.ui.Labels;

/**
 * Shows what ending processes would affect, so that its button End Process is the confirmation. It ends nothing itself.
 */
final class EndDialog extends TitleAreaDialog {

    private static final int WIDTH_HINT = 420;
    private static final int COMMAND_LINES = 3;

    private final EndTarget target;
    private final List<EndImpact> impacts;
    private Button forceButton;
    private boolean force;

    EndDialog(Shell parent, EndPlan plan) {
        super(parent);
        target = plan.target();
        impacts = plan.impacts();
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.EndDialog_title);
        HelpTopic.set(shell, "org.portio.core.ui.endProcess");
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        setTitle(Labels.shown(NLS.bind(Messages.EndDialog_heading, target.text())));
        setMessage(
                target.port() == null
                        ? Messages.EndDialog_message
                        : NLS.bind(Messages.EndDialog_messagePort, target.port()));
        // The message is a text field: & is no mnemonic there.
        handed().ifPresent(impact -> setMessage(Labels.lines(handedText(impact)), IMessageProvider.WARNING));
        if (!isPossible()) {
            setErrorMessage(Labels.lines(neverText()));
        }
        getButton(IDialogConstants.OK_ID).setEnabled(isPossible());
        return contents;
    }

    private String handedText(EndImpact impact) {
        return NLS.bind(
                impacts.size() == 1 ? Messages.EndDialog_handed : Messages.EndDialog_handedOne,
                impact.handed().getFirst().user().name(),
                EndTarget.text(impact.process()));
    }

    private String neverText() {
        EndImpact first = impacts.getFirst();
        return EndReport.sentence(
                impacts.size() == 1
                        ? NLS.bind(Messages.EndDialog_never, first.refusal())
                        : NLS.bind(Messages.EndDialog_neverOne, EndTarget.text(first.process()), first.refusal()));
    }

    private Optional<EndImpact> handed() {
        return impacts.stream()
                .filter(impact -> target.held() != null && impact.isHanded(target.held()))
                .findFirst();
    }

    private boolean isPossible() {
        return impacts.stream().anyMatch(impact -> impact.refusal().isEmpty());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(10, 10)
                .spacing(10, 6)
                .applyTo(area);
        if (impacts.size() == 1) {
            ImpactText.lines(impacts.getFirst()).forEach(line -> addLine(area, line));
            addCommandLine(area, impacts.getFirst().process().commandLine());
        } else {
            ImpactTable.create(area, impacts);
        }
        if (isPossible()) {
            addChoice(area);
        }
        return area;
    }

    private static void addLine(Composite area, ImpactText.Line line) {
        addName(area, line.name());
        Label value = new Label(area, SWT.WRAP);
        value.setText(Labels.shown(line.value()));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .applyTo(value);
    }

    private static Label addName(Composite area, String name) {
        Label label = new Label(area, SWT.NONE);
        label.setText(name);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        return label;
    }

    private static void addCommandLine(Composite area, String commandLine) {
        if (commandLine.isEmpty()) {
            return;
        }
        Label name = addName(area, Messages.ImpactText_commandLine);
        Text text = new Text(area, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        Labels.connect(name, text);
        text.setFont(JFaceResources.getTextFont());
        text.setText(Printable.of(commandLine));
        // Tab leads on to the buttons, as from any other field.
        text.addTraverseListener(event ->
                event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(WIDTH_HINT, COMMAND_LINES * text.getLineHeight())
                .applyTo(text);
    }

    private void addChoice(Composite area) {
        Label name = addName(area, Messages.EndDialog_how);
        Composite choice = new Composite(area, SWT.NONE);
        Labels.connect(name, choice);
        GridLayoutFactory.fillDefaults().applyTo(choice);
        Button ask = new Button(choice, SWT.RADIO);
        ask.setText(impacts.size() == 1 ? Messages.EndDialog_ask : Messages.EndDialog_askAll);
        ask.setSelection(true);
        ask.setFocus();
        forceButton = new Button(choice, SWT.RADIO);
        forceButton.setText(impacts.size() == 1 ? Messages.EndDialog_force : Messages.EndDialog_forceAll);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(
                parent,
                IDialogConstants.OK_ID,
                impacts.size() == 1 ? Messages.EndDialog_end : Messages.EndDialog_endAll,
                true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        force = forceButton.getSelection();
        super.okPressed();
    }

    /** Returns whether the process is to be forced rather than asked. */
    boolean force() {
        return force;
    }
}
