// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Snapshot;
import org.portio.export.SnapshotExporter;
import org.portio.export.SnapshotExporters;

/** Saves what the active view shows, in the format of the user's choice. */
public final class SaveAsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        SnapshotExporters exporters = Objects.requireNonNullElseGet(
                HandlerUtil.getActiveSite(event).getService(SnapshotExporters.class), SnapshotExporters::builtIn);
        if (HandlerUtil.getActivePart(event) instanceof SnapshotPart part && part.shownSnapshot() != null) {
            // Taken before the dialog opens: the view behind it keeps changing.
            Snapshot snapshot = part.shownSnapshot();
            SaveTarget target = ask(
                    HandlerUtil.getActiveShell(event), exporters, SaveOffer.of(part, snapshot, LocalDateTime.now()));
            if (target != null) {
                ICoreRunnable save = _ -> save(snapshot, target, exporters);
                Job.create(NLS.bind(Messages.SaveAsHandler_job, target.file()), save)
                        .schedule();
            }
        }
        return null;
    }

    private static SaveTarget ask(Shell shell, SnapshotExporters exporters, SaveOffer offer) {
        List<SnapshotExporter> formats = exporters.all();
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(offer.title());
        dialog.setOverwrite(true);
        dialog.setFilterNames(formats.stream()
                .map(format -> format.description() + " (*." + format.extension() + ")")
                .toArray(String[]::new));
        dialog.setFilterExtensions(
                formats.stream().map(format -> "*." + format.extension()).toArray(String[]::new));
        dialog.setFileName(offer.fileName());
        String path = dialog.open();
        return path == null ? null : SaveTarget.of(path, exporters, dialog.getFilterIndex());
    }

    private static void save(Snapshot snapshot, SaveTarget target, SnapshotExporters exporters) throws CoreException {
        try {
            exporters.save(target.file(), snapshot, target.replace());
        } catch (FileAlreadyExistsException e) {
            throw failure(NLS.bind(Messages.SaveAsHandler_exists, target.file()), e);
        } catch (IOException e) {
            throw failure(NLS.bind(Messages.SaveAsHandler_failed, target.file(), reason(e)), e);
        }
    }

    /** Returns the reason in words if the exception has only the name of a file as its message. */
    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> Messages.SaveAsHandler_denied;
            case NoSuchFileException _ -> Messages.SaveAsHandler_noFolder;
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> e.getMessage();
        };
    }

    private static CoreException failure(String message, IOException cause) {
        return new CoreException(Status.error(message, cause));
    }
}
