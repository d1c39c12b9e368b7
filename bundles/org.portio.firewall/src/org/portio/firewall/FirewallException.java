// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import org.portio.core.PortioException;
import org.portio.core.system.Remedy;

/** The firewall could not be asked or changed; the message is for the user, and says what to do. */
public class FirewallException extends PortioException {

    private static final long serialVersionUID = 1L;

    public FirewallException(Kind kind, String message, Remedy remedy, Throwable cause) {
        super(kind, message, remedy, cause);
    }

    public FirewallException(Kind kind, String message, Remedy remedy) {
        this(kind, message, remedy, null);
    }

    /** Makes a failure that more privileges remedy if it is for want of them. */
    public FirewallException(Kind kind, String message, Throwable cause) {
        this(kind, message, kind == Kind.PERMISSION ? Remedy.PRIVILEGES : Remedy.NONE, cause);
    }

    public FirewallException(Kind kind, String message) {
        this(kind, message, (Throwable) null);
    }
}
