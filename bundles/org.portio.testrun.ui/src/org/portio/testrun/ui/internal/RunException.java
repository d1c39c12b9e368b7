// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Failure;
import org.portio.core.PortioException;
import org.portio.core.system.FileFailure;
import org.portio.testrun.Change;

/** Runs cannot be read, or not be reverted; the message is for the user. */
final class RunException extends PortioException {

    private static final long serialVersionUID = 1L;

    RunException(Failure failure) {
        super(failure, null);
    }

    private RunException(Failure failure, IOException cause) {
        super(failure, cause);
    }

    static RunException of(IOException e) {
        Kind kind = e instanceof AccessDeniedException ? Kind.PERMISSION : Kind.FAILED;
        return new RunException(Failure.of(kind, NLS.bind(Messages.RunException_files, FileFailure.text(e))), e);
    }

    /** Says what is still there, and why. */
    static RunException left(List<Change> changes) {
        String left = changes.stream()
                .map(change -> change.holding().text() + ": " + change.detail())
                .collect(Collectors.joining("\n"));
        return new RunException(Failure.of(Kind.FAILED, NLS.bind(Messages.RunException_left, left)));
    }
}
