// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.net.Inet6Address;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.field.ConnectionField;

/** The value of a field as JSON, CSV and other programs get it. */
public final class PlainValue {

    private PlainValue() {}

    /** Returns a String, Number, Boolean, a List of numbers, or null if it is not known. */
    static Object of(ConnectionField<?> field, Connection connection) {
        return switch (field.of(connection)) {
            case null -> null;
            case Endpoint end -> address(end);
            case Protocol protocol -> protocol.label();
            case AddressFamily family -> family.label();
            case TcpState state -> state.label();
            case Ownership ownership -> ownership.label();
            case Instant time -> time.toString();
            case Object plain -> plain;
        };
    }

    /** Returns it as one text: values of a list have blanks between them, and what is not known is empty. */
    public static String text(ConnectionField<?> field, Connection connection) {
        return text(of(field, connection));
    }

    static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return value == null ? "" : value.toString();
    }

    /**
     * Returns the address, with its interface only if it means nothing without: few programs read {@code 127.0.0.1%lo}.
     */
    private static String address(Endpoint endpoint) {
        boolean scoped = endpoint.address() instanceof Inet6Address ipv6 && ipv6.isLinkLocalAddress();
        return scoped ? endpoint.addressText() : Addresses.unscoped(endpoint.address());
    }
}
