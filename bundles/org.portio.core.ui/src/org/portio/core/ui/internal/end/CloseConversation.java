// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ui.internal.PartRefresh;
import org.portio.ui.Confirmation;
import org.portio.ui.Labels;
import org.portio.ui.StatusNews;
import org.portio.ui.UiThread;
import org.portio.ui.list.ChangeJob;

/** Closes connections after it has asked. Closed ones disappear from the views; the others are reported. */
final class CloseConversation {

    private final Shell shell;
    private final ConnectionMonitor monitor;
    private final PartRefresh part;

    /** Creates one for a command that was given in this part. */
    CloseConversation(Shell shell, ConnectionMonitor monitor, PartRefresh part) {
        this.shell = shell;
        this.monitor = monitor;
        this.part = part;
    }

    /** Looks for the connection between these ends, as they are shown, and asks about it. */
    void start(String local, String remote) {
        new ChangeJob(Messages.CloseConversation_looking, _ -> {
                    Optional<Connection> found = find(local, remote);
                    UiThread.later(
                            shell,
                            () -> found.ifPresentOrElse(
                                    connection -> ask(List.of(connection)),
                                    () -> tell(NLS.bind(Messages.CloseConversation_none, local, remote))));
                })
                .start();
    }

    private Optional<Connection> find(String local, String remote) throws ConnectionException {
        return monitor.snapshot().connections().stream()
                .filter(connection -> Closing.isPossible(List.of(connection)))
                .filter(connection -> connection.local().toString().equals(local)
                        && connection.remote().toString().equals(remote))
                .findFirst();
    }

    void ask(List<Connection> connections) {
        if (Confirmation.CLOSE_CONNECTION.isGiven(
                shell,
                Messages.CloseConversation_title,
                Closing.question(connections),
                Messages.CloseConversation_close)) {
            part.begun();
            new ChangeJob(Messages.CloseConversation_closing, _ -> close(connections)).start();
        }
    }

    private void close(List<Connection> connections) throws CoreException {
        Closing closing = Closing.close(monitor, connections);
        UiThread.later(shell, part::done);
        String done = closing.doneText(connections.size());
        if (!done.isEmpty()) {
            UiThread.later(shell, () -> StatusNews.tell(shell, done));
        }
        if (closing.failure() != null) {
            throw new CoreException(Status.error(closing.failureText(connections.size()), closing.failure()));
        }
    }

    private void tell(String text) {
        MessageDialog.openInformation(shell, Messages.CloseConversation_title, Labels.shown(text));
    }
}
