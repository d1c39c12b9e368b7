// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.ui.internal.SelectedConnections;
import org.portio.ui.StatusNews;
import org.portio.ui.TextClipboard;
import org.portio.ui.UiThread;

/** Finds the URL of the web server at the selected socket, and opens it in the browser of the desktop or copies it. */
public final class WebHandler extends AbstractHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** The scheme of what is copied if no web server answers: others have none of their own. */
    private static final String OTHER = "tcp";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
        boolean copies = event.getCommand().getId().equals(RowAction.COPY_URL.commandId());
        SelectedConnections.of(event).stream()
                .findFirst()
                .flatMap(WebEnd::of)
                .ifPresent(end -> Job.create(NLS.bind(Messages.WebHandler_job, end.text()), (ICoreRunnable) _ -> {
                            Optional<String> scheme = new WebProbe(PATIENCE).scheme(end);
                            UiThread.later(shell, () -> answered(shell, end, scheme, copies));
                        })
                        .schedule());
        return null;
    }

    private static void answered(Shell shell, WebEnd end, Optional<String> scheme, boolean copies) {
        String url = end.url(scheme.orElse(OTHER));
        if (copies) {
            TextClipboard.set(url);
            StatusNews.tell(shell, NLS.bind(Messages.WebHandler_copied, url));
        } else if (scheme.isEmpty()) {
            MessageDialog.openInformation(
                    shell, Messages.WebHandler_title, NLS.bind(Messages.WebHandler_noServer, end.text()));
        } else if (Program.launch(url)) {
            StatusNews.tell(shell, NLS.bind(Messages.WebHandler_opened, url));
        } else {
            TextClipboard.set(url);
            MessageDialog.openError(shell, Messages.WebHandler_title, NLS.bind(Messages.WebHandler_noBrowser, url));
        }
    }
}
