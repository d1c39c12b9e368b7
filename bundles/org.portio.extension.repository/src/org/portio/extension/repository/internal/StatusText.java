// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.io.IOException;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IStatus;
import org.portio.core.system.FileFailure;

/** Finds what a status of p2's says that a user can do something with. */
final class StatusText {

    private StatusText() {}

    /** Returns the text of the innermost cause. */
    static String of(IStatus status) {
        for (IStatus child : status.getChildren()) {
            if (child.matches(IStatus.ERROR | IStatus.WARNING)) {
                return of(child);
            }
        }
        for (Throwable cause = status.getException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return FileFailure.text(io);
            }
        }
        return status.getMessage();
    }

    /** Returns whether this is the code of the status, or of one below it. */
    static boolean hasCode(IStatus status, int code) {
        return status.getCode() == code || Stream.of(status.getChildren()).anyMatch(child -> hasCode(child, code));
    }
}
