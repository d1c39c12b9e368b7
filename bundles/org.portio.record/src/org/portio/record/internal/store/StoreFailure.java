// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.record.RecordException;

/** Says what the disk did not let happen. */
final class StoreFailure {

    private StoreFailure() {}

    static RecordException reading(Folder folder, IOException cause) {
        return of("the history in " + folder.path() + " cannot be read", cause);
    }

    static RecordException writing(Folder folder, IOException cause) {
        return of("the history in " + folder.path() + " cannot be written", cause);
    }

    private static RecordException of(String what, IOException cause) {
        boolean denied = cause instanceof AccessDeniedException;
        return new RecordException(
                Failure.of(
                        denied ? Kind.PERMISSION : Kind.FAILED,
                        what + ": " + FileFailure.text(cause),
                        denied ? "run this as the user whose history it is" : ""),
                cause);
    }

    static RecordException anotherWriter(Folder folder) {
        return new RecordException(Failure.of(
                Kind.CONFLICT,
                "another process of PortIO already records into " + folder.path(),
                "see which: portio keeper status"));
    }

    static RecordException noAnswer(Folder folder) {
        return new RecordException(Failure.of(
                Kind.CONFLICT,
                "the process that records into " + folder.path() + " does not let go of what it writes",
                "try again"));
    }
}
