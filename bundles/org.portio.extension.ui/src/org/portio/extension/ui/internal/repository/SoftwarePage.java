// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.repository;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.wizard.WizardPage;
import org.portio.core.PortioException;
import org.portio.extension.ui.internal.Messages;
import org.portio.ui.FailureText;
import org.portio.ui.Labels;

/** A page whose work is done on another thread, with progress and a button that cancels it; it says what went wrong. */
abstract class SoftwarePage extends WizardPage {

    /** Work that may take long. */
    @FunctionalInterface
    interface Work {
        void run(IProgressMonitor progress) throws PortioException;
    }

    SoftwarePage(String name, String title) {
        super(name, title, null);
    }

    /** Runs this on another thread, and waits for it; returns whether it came to its end. */
    final boolean run(Work work) {
        setErrorMessage(null);
        try {
            getContainer().run(true, true, progress -> {
                try {
                    work.run(progress);
                } catch (PortioException e) {
                    throw new InvocationTargetException(e);
                } catch (OperationCanceledException _) {
                    throw new InterruptedException();
                }
            });
            return true;
        } catch (InvocationTargetException e) {
            failed(e.getCause());
        } catch (InterruptedException _) {
            setErrorMessage(Messages.SoftwarePage_cancelled);
        }
        return false;
    }

    private void failed(Throwable cause) {
        if (cause instanceof PortioException known) {
            setErrorMessage(Labels.lines(FailureText.of(known)));
        } else {
            ILog.of(SoftwarePage.class).error(String.valueOf(cause.getMessage()), cause);
            setErrorMessage(Labels.lines(String.valueOf(cause)));
        }
    }
}
