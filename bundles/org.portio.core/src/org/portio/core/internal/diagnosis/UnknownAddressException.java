// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.portio.core.ConnectionException;

/** What was given as an address is none. */
final class UnknownAddressException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    private UnknownAddressException(String message, Throwable cause) {
        super(message, cause);
    }

    /** From text, without ever asking a name server. */
    static InetAddress parse(String text) throws UnknownAddressException {
        InetAddress address = literal(text);
        if (address instanceof Inet6Address ipv6 && ipv6.isLinkLocalAddress() && ipv6.getScopeId() == 0) {
            throw new UnknownAddressException(
                    "each network interface may have '" + text + "'; add the one that is meant, as " + text + "%eth0",
                    null);
        }
        return address;
    }

    private static InetAddress literal(String text) throws UnknownAddressException {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownAddressException("'" + text + "' is no IP address; give one such as 127.0.0.1 or ::1", e);
        }
    }
}
