// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

/** Reports that the location of a user's files is unknown; the message is for the user, and says what to do. */
public final class NoHomeException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoHomeException() {
        super("PortIO does not know where to keep your files: HOME is not set, and the system has no home directory for"
                + " this user (" + User.ofSystem().name() + "); set PORTIO_HOME to a directory of yours");
    }
}
