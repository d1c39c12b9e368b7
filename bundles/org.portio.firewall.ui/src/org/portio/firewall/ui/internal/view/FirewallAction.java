// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Remedy.Way;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.Messages;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;

/** Something that changes the firewall, in a job with progress. What PortIO refuses is asked about, and then forced. */
final class FirewallAction {

    /** The change. Not called on the UI thread. */
    @FunctionalInterface
    interface Change {
        void apply(Firewall firewall, boolean force) throws FirewallException;
    }

    private final String name;
    private final String forceLabel;
    private final Shell shell;
    private final BlockList list;
    private final Change change;
    private Consumer<FirewallException> whenDenied;

    /**
     * To be started.
     *
     * @param name of the job
     * @param forceLabel of the button that does what PortIO refused
     */
    FirewallAction(String name, String forceLabel, Shell shell, BlockList list, Change change) {
        this.name = Labels.lines(name);
        this.forceLabel = forceLabel;
        this.shell = shell;
        this.list = list;
        this.change = change;
    }

    /** Has this told on the UI thread that the system does not let the user do it, rather than an error shown. */
    FirewallAction whenDenied(Consumer<FirewallException> listener) {
        whenDenied = listener;
        return this;
    }

    void start() {
        start(false);
    }

    private void start(boolean force) {
        Job job = Job.create(name, (ICoreRunnable) _ -> apply(force));
        job.setUser(true);
        job.schedule();
    }

    /** A failure of the job is shown and logged by the workbench. */
    private void apply(boolean force) throws CoreException {
        try {
            change.apply(list.firewall(), force);
        } catch (FirewallException e) {
            if (e.kind() == Kind.PERMISSION && whenDenied != null) {
                UiThread.later(shell, () -> whenDenied.accept(e));
                return;
            }
            if (e.remedy().way() != Way.FORCE || force) {
                throw new CoreException(Status.error(e.getMessage(), e));
            }
            UiThread.later(shell, () -> askToForce(e));
        } finally {
            list.refresh();
        }
    }

    private void askToForce(FirewallException refusal) {
        String[] buttons = {forceLabel, Messages.FirewallAction_cancel};
        // What is refused is not done by a mere Enter: the default is the second button.
        int answer = new MessageDialog(
                        shell, name, null, Labels.shown(refusal.getMessage()), MessageDialog.WARNING, 1, buttons)
                .open();
        if (answer == 0) {
            start(true);
        }
    }
}
