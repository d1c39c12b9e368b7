// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.Arrays;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.viewers.ILabelDecorator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.statushandlers.StatusAdapter;
import org.eclipse.ui.statushandlers.WorkbenchErrorHandler;
import org.eclipse.ui.statushandlers.WorkbenchStatusDialogManager;
import org.portio.ui.Labels;

/**
 * Shows and logs failures of all bundles. Their messages name processes, paths and what other programs said: here they lose
 * what rules a terminal or turns a line around, for the dialog and for the log, and {@code &} makes no mnemonic.
 */
final class ReadableErrors extends WorkbenchErrorHandler {

    @Override
    public void handle(StatusAdapter adapter, int style) {
        adapter.setStatus(readable(adapter.getStatus()));
        super.handle(adapter, style);
    }

    @Override
    protected void configureStatusDialog(WorkbenchStatusDialogManager dialog) {
        dialog.setMessageDecorator(new Letters());
    }

    /** Returns the same status if nothing has to be taken from it: its class may mean something to the platform. */
    static IStatus readable(IStatus status) {
        IStatus[] children = Arrays.stream(status.getChildren())
                .map(ReadableErrors::readable)
                .toArray(IStatus[]::new);
        String message = Labels.lines(status.getMessage());
        Throwable exception = readable(status.getException());
        if (message.equals(status.getMessage())
                && exception == status.getException()
                && Arrays.equals(children, status.getChildren())) {
            return status;
        }
        return status.isMultiStatus()
                ? new MultiStatus(status.getPlugin(), status.getCode(), children, message, exception)
                : new Status(status.getSeverity(), status.getPlugin(), status.getCode(), message, exception);
    }

    private static Throwable readable(Throwable exception) {
        if (exception == null || isReadable(exception)) {
            return exception;
        }
        Throwable readable = exception instanceof CoreException e
                ? new CoreException(readable(e.getStatus()))
                : new StandIn(exception);
        readable.setStackTrace(exception.getStackTrace());
        return readable;
    }

    private static boolean isReadable(Throwable exception) {
        String text = exception.getMessage();
        boolean isReadable = text == null || Labels.lines(text).equals(text);
        return isReadable && (exception.getCause() == null || isReadable(exception.getCause()));
    }

    /** Another exception, as its dialog and its stack trace show it. */
    private static final class StandIn extends Exception {

        private static final long serialVersionUID = 1;

        private final String type;

        StandIn(Throwable original) {
            super(
                    original.getMessage() == null ? null : Labels.lines(original.getMessage()),
                    readable(original.getCause()));
            type = original.getClass().getName();
        }

        @Override
        public String toString() {
            return getMessage() == null ? type : type + ": " + getMessage();
        }
    }

    /** Texts as a label shows them to the letter. */
    private static final class Letters extends LabelProvider implements ILabelDecorator {

        @Override
        public String decorateText(String text, Object element) {
            return LegacyActionTools.escapeMnemonics(text);
        }

        @Override
        public Image decorateImage(Image image, Object element) {
            return image;
        }
    }
}
