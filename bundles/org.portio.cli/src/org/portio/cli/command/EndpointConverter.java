// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.List;
import org.portio.core.address.AddressParser;
import org.portio.core.address.Endpoint;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads an end of a connection, such as {@code 127.0.0.1:80}, {@code [::1]:80}, {@code [fe80::1%eth0]:80} or, for the loopback
 * addresses of both families, {@code localhost:80}.
 */
public final class EndpointConverter {

    private EndpointConverter() {}

    /** An end, which may be meant by one of several addresses. */
    public record End(String text, List<Endpoint> meant) {

        public boolean isMeantBy(Endpoint other) {
            return meant.stream().anyMatch(other::isMeantBy);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public static End convert(String text) {
        try {
            int colon = Math.max(0, text.lastIndexOf(':'));
            boolean localhost = AddressParser.isLocalhost(text.substring(0, colon));
            Endpoint endpoint = Endpoint.parse(localhost ? "127.0.0.1" + text.substring(colon) : text);
            if (endpoint.port() > 0) {
                return localhost
                        ? new End(text, AddressParser.parse(text.substring(0, colon), endpoint.port()))
                        : new End(endpoint.toString(), List.of(endpoint));
            }
        } catch (IllegalArgumentException _) {
            // Said below, in words of our own.
        }
        throw new TypeConversionException("'" + text
                + "' is not a valid endpoint; write one such as 127.0.0.1:80, localhost:80 or" + " [fe80::1%eth0]:80");
    }
}
