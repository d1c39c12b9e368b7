// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.net.InetAddress;
import org.portio.core.ConnectionException;

/** What was given as an address is none. */
final class UnknownAddressException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    private UnknownAddressException(String text, Throwable cause) {
        super("'" + text + "' is no IP address; give one such as 127.0.0.1 or ::1", cause);
    }

    /** From text, without ever asking a name server. */
    static InetAddress parse(String text) throws UnknownAddressException {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownAddressException(text, e);
        }
    }
}
