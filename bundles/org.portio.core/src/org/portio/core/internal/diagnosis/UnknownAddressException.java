// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.List;
import org.portio.core.ConnectionException;
import org.portio.core.address.AddressParser;
import org.portio.core.address.Endpoint;

/** Says that a text is not an address. */
public final class UnknownAddressException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    private UnknownAddressException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Reads the addresses that a text means. */
    public static List<Endpoint> parse(String text, int port) throws UnknownAddressException {
        try {
            return AddressParser.parse(text, port);
        } catch (IllegalArgumentException e) {
            throw new UnknownAddressException(e.getMessage(), e);
        }
    }
}
