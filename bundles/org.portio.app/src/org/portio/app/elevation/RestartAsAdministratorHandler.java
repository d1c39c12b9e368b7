// SPDX-License-Identifier: EPL-2.0
package org.portio.app.elevation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** Starts the workbench anew with all rights, for what needs them at each step; the present one closes when the other one is there. */
public final class RestartAsAdministratorHandler extends AbstractHandler {

    private static final Path ASKER = Path.of("/usr/bin/pkexec");
    private static final Optional<Path> PROGRAM =
            Optional.ofNullable(System.getProperty("portio.program")).map(Path::of);

    @Override
    public boolean isEnabled() {
        return Platform.OS.isLinux()
                && !"root".equals(System.getProperty("user.name"))
                && PROGRAM.isPresent()
                && Files.isExecutable(ASKER);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        RootWorkbench root = new RootWorkbench(ASKER, PROGRAM.orElseThrow(), System.getenv());
        IWorkbench workbench = PlatformUI.getWorkbench();
        Job.create(Messages.RestartAsAdministrator_job, (IJobFunction) _ -> restart(root, workbench))
                .schedule();
        return null;
    }

    private static IStatus restart(RootWorkbench root, IWorkbench workbench) {
        try {
            return switch (root.start()) {
                case SHOWN -> {
                    Display display = workbench.getDisplay();
                    display.asyncExec(workbench::close);
                    yield Status.OK_STATUS;
                }
                case NOT_ALLOWED -> Status.CANCEL_STATUS;
                case FAILED -> Status.error(Messages.RestartAsAdministrator_failed);
            };
        } catch (IOException e) {
            return Status.error(NLS.bind(Messages.RestartAsAdministrator_notStarted, e.getMessage()), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }
}
