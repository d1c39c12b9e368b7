// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Remedy.Way;
import org.portio.ui.FailureText;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;

/**
 * Makes a service change something, in a job with progress. A failure is shown and logged by the workbench, unless it
 * is one that the user is asked about.
 */
public final class ChangeJob {

    /** A change, made on another thread than the UI's. Its exceptions have messages for the user. */
    @FunctionalInterface
    public interface Change {

        /**
         * Makes the change.
         *
         * @param force true if it was refused, and the user still wants it
         */
        void apply(boolean force) throws Exception;
    }

    private final String name;
    private final Change change;
    private Runnable afterwards;
    private Consumer<PortioException> whenDenied;
    private Consumer<PortioException> whenRefused;

    /**
     * Makes a job that is to be started.
     *
     * @param name for the user, such as {@code Releasing TCP 8080}
     */
    public ChangeJob(String name, Change change) {
        this.name = Labels.lines(name);
        this.change = change;
    }

    /** Runs this at the end of the job, also if it failed. */
    public ChangeJob then(Runnable last) {
        afterwards = last;
        return this;
    }

    /** Calls the listener on the UI thread if the system does not let the user do it, instead of showing an error. */
    public ChangeJob whenDenied(Shell shell, Consumer<PortioException> listener) {
        whenDenied = denial -> UiThread.later(shell, () -> listener.accept(denial));
        return this;
    }

    /** Asks the user about what can be forced, with a button of this label that does it. */
    public ChangeJob offerForce(Shell shell, String label) {
        whenRefused = refusal -> UiThread.later(shell, () -> askToForce(shell, label, refusal));
        return this;
    }

    /** Starts it and returns at once. */
    public void start() {
        start(false);
    }

    private void start(boolean force) {
        Job job = Job.create(name, (ICoreRunnable) _ -> run(force));
        job.setUser(true);
        job.schedule();
    }

    private void run(boolean force) throws CoreException {
        try {
            change.apply(force);
        } catch (PortioException e) {
            failed(e, force);
        } catch (RuntimeException | CoreException e) {
            throw e;
        } catch (Exception e) {
            throw shown(e);
        } finally {
            if (afterwards != null) {
                afterwards.run();
            }
        }
    }

    private void failed(PortioException failure, boolean forced) throws CoreException {
        if (failure.kind() == Kind.PERMISSION && whenDenied != null) {
            whenDenied.accept(failure);
        } else if (failure.remedy().way() == Way.FORCE && whenRefused != null && !forced) {
            whenRefused.accept(failure);
        } else {
            throw shown(failure);
        }
    }

    private static CoreException shown(Exception failure) {
        return new CoreException(Status.error(FailureText.of(failure), failure));
    }

    private void askToForce(Shell shell, String label, PortioException refusal) {
        String[] buttons = {label, IDialogConstants.CANCEL_LABEL};
        // Enter alone does not do what was refused: the default is the second button.
        int answer = new MessageDialog(
                        shell, name, null, Labels.shown(FailureText.of(refusal)), MessageDialog.WARNING, 1, buttons)
                .open();
        if (answer == 0) {
            start(true);
        }
    }
}
