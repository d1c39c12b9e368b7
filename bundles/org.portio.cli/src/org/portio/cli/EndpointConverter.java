// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import org.portio.core.Endpoint;
import picocli.CommandLine.TypeConversionException;

/** Reads an end of a connection, such as {@code 127.0.0.1:80}, {@code [::1]:80} or {@code [fe80::1%eth0]:80}. */
final class EndpointConverter {

    private EndpointConverter() {}

    static Endpoint convert(String text) {
        try {
            Endpoint endpoint = Endpoint.parse(text);
            if (endpoint.port() > 0) {
                return endpoint;
            }
        } catch (IllegalArgumentException _) {
            // Said below, in words of our own.
        }
        throw new TypeConversionException(
                "'" + text + "' is not an end of a connection such as 127.0.0.1:80 or [fe80::1%eth0]:80");
    }
}
