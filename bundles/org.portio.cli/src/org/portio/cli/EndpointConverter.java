// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.Endpoint;
import picocli.CommandLine.TypeConversionException;

/** Reads an end of a connection as {@code 127.0.0.1:80} or {@code [::1]:80}. */
final class EndpointConverter {

    private static final Pattern TEXT = Pattern.compile("(?:\\[([^\\]]+)\\]|([^:]+)):(\\d{1,5})");

    private EndpointConverter() {}

    static Endpoint convert(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is no end of a connection as 127.0.0.1:80 or [::1]:80");
        }
        String address = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        try {
            return new Endpoint(InetAddress.ofLiteral(address), PortConverter.port(matcher.group(3)));
        } catch (IllegalArgumentException _) {
            throw new TypeConversionException("'" + address + "' is no IP address");
        }
    }
}
