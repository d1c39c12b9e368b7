// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.portio.core.PortioException.Kind;
import org.portio.core.Snapshot;
import org.portio.core.system.MissingRight;
import org.portio.firewall.BackendInfo;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Caution;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.ui.internal.BackendText;
import org.portio.ui.FailureText;
import org.portio.ui.HelpTopic;
import org.portio.ui.Labels;
import org.portio.ui.TextClipboard;

/**
 * Asks what is to be blocked, and shows what that will do, so that its button Block is the confirmation. It changes
 * nothing itself.
 */
public final class BlockDialog extends TitleAreaDialog {

    private static final int COMMANDS_ID = IDialogConstants.CLIENT_ID;
    private static final int COPY_ID = IDialogConstants.CLIENT_ID + 1;

    private final BlockForm initial;
    private final Planner planner;
    private BlockFields fields;
    private PlanPane plan;
    private PlanJob planJob;
    private BlockRequest request;
    private BlockForm form;
    private Snapshot connections;
    private String denial = "";

    /** Filled with this form; the planner is asked on another thread than the UI's. */
    public BlockDialog(Shell parent, BlockForm initial, Planner planner) {
        super(parent);
        this.initial = initial;
        this.planner = planner;
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.BlockDialog_title);
        HelpTopic.set(shell, "org.portio.firewall.ui.blockPort");
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        setTitle(Messages.BlockDialog_title);
        // Now that there is a button to be disabled.
        fields.show(initial);
        fields.focus();
        if (!denial.isEmpty()) {
            String message = MissingRight.isRoot() ? Messages.BlockDialog_deniedToRoot : Messages.BlockDialog_denied;
            setErrorMessage(Labels.lines(NLS.bind(message, denial)));
        }
        return contents;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        fields = new BlockFields(area, this::changed);
        plan = new PlanPane(area);
        plan.setBackend(Messages.BlockDialog_asking, "");
        planJob = new PlanJob(area, planner, new Planned());
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COMMANDS_ID, Messages.BlockDialog_showCommands, false);
        createButton(parent, COPY_ID, Messages.BlockDialog_copy, false);
        createButton(parent, IDialogConstants.OK_ID, Messages.BlockDialog_block, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    /** Offers what this backend is able to do. On the UI thread, while the dialog is open. */
    public void setBackend(BackendInfo backend) {
        plan.setBackend(BackendText.text(backend), BackendText.more(backend));
        fields.offer(new Offer(backend.name(), backend.capabilities()));
    }

    /** Says that the firewall cannot be asked. On the UI thread, while the dialog is open. */
    public void setFailure(Exception failure) {
        plan.setBackend(FailureText.of(failure), "");
    }

    /** Says why the same could not be done a moment ago. Before the dialog is created. */
    public void setDenial(String message) {
        denial = message;
    }

    /** Tells who listens on this machine, for the cautions. On the UI thread, while the dialog is open. */
    public void setConnections(Snapshot snapshot) {
        connections = snapshot;
        warn();
    }

    /** Shows warnings at once; a mere Enter then blocks nothing. */
    private void warn() {
        List<Caution> cautions = request == null ? List.of() : Caution.of(request, connections);
        if (!cautions.isEmpty()) {
            setMessage(Labels.lines(CautionText.of(cautions, request)), IMessageProvider.WARNING);
        }
        getShell().setDefaultButton(getButton(cautions.isEmpty() ? IDialogConstants.OK_ID : COMMANDS_ID));
    }

    private void changed() {
        form = fields.form();
        String problem = form.problem();
        boolean blank = form.ports().isBlank();
        setMessage(blank ? problem : Messages.BlockDialog_message);
        setErrorMessage(problem.isEmpty() || blank ? null : Labels.lines(problem));
        getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
        request = problem.isEmpty() ? form.request() : null;
        plan.setSentence(request == null ? "" : BlockSentence.of(request));
        getButton(COPY_ID).setEnabled(request != null);
        if (request == null) {
            plan.setCommands("");
        }
        warn();
        planJob.plan(request);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == COMMANDS_ID) {
            toggleCommands();
        } else if (id == COPY_ID) {
            copyCommand();
        } else {
            super.buttonPressed(id);
        }
    }

    private void copyCommand() {
        TextClipboard.set(BlockCommandLine.of(request));
    }

    private void toggleCommands() {
        boolean shown = !plan.areCommandsShown();
        plan.showCommands(shown);
        Button button = getButton(COMMANDS_ID);
        button.setText(shown ? Messages.BlockDialog_hideCommands : Messages.BlockDialog_showCommands);
        Point needed = getShell().computeSize(getShell().getSize().x, SWT.DEFAULT);
        getShell().setSize(getShell().getSize().x, needed.y);
    }

    /** Returns what was asked for; null unless the dialog was closed with Block. */
    public BlockRequest request() {
        return getReturnCode() == OK ? request : null;
    }

    /** Returns what was entered, to open the dialog again with it. */
    public BlockForm form() {
        return form;
    }

    /** Shows what the firewall answers. */
    private final class Planned implements PlanJob.Listener {

        @Override
        public void planned(List<PlannedCommand> commands) {
            plan.setCommands(CommandText.of(commands));
        }

        /** Shows the failure but still offers to block: force can block the port of one's own session, for example. */
        @Override
        public void failed(FirewallException failure) {
            if (failure.kind() == Kind.PERMISSION) {
                plan.setCommands(Messages.BlockDialog_commandsNeedRights);
                return;
            }
            plan.setCommands(FailureText.of(failure));
            setMessage(Labels.lines(FailureText.of(failure)), IMessageProvider.WARNING);
        }
    }
}
