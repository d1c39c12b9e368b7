// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import org.portio.core.Failure;
import org.portio.core.PortioException;
import org.portio.core.system.Remedy;

/** The firewall could not be asked or changed; the message is for the user, and says what to do. */
public class FirewallException extends PortioException {

    private static final long serialVersionUID = 1L;

    public FirewallException(Failure failure, Throwable cause) {
        super(failure, cause);
    }

    public FirewallException(Failure failure) {
        this(failure, null);
    }

    /** Makes a failure that more privileges remedy if it is for want of them. */
    public FirewallException(Kind kind, String what, Throwable cause) {
        this(new Failure(kind, what, kind == Kind.PERMISSION ? Remedy.PRIVILEGES : Remedy.NONE), cause);
    }

    public FirewallException(Kind kind, String what) {
        this(kind, what, null);
    }
}
