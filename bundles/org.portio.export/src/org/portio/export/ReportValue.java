// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields.Listed;
import org.portio.core.system.Printable;

/** The value of a field as people read it in a file. */
final class ReportValue {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    /** Stands for an owner that exists but cannot be seen. */
    private static final String UNSEEN = "?";

    private ReportValue() {}

    /** Returns all values of the field on one line, such as those of each owner; empty if none is known. */
    static String text(ConnectionField<?> field, Connection connection) {
        String known = field.all(connection).stream().map(ReportValue::text).collect(Collectors.joining(", "));
        return known.isEmpty() ? instead(field, connection) : Printable.of(known);
    }

    private static String instead(ConnectionField<?> field, Connection connection) {
        if (field == Listed.STATE) {
            return connection.remote() == null ? "unconnected" : "connected";
        }
        boolean ofOwner = field == Listed.PID || field == Listed.PROCESS;
        return ofOwner && connection.ownership().isUnseen() ? UNSEEN : "";
    }

    private static String text(Object value) {
        return switch (value) {
            case Protocol protocol -> protocol.name();
            case AddressFamily family -> family == AddressFamily.IPV4 ? "IPv4" : "IPv6";
            case TcpState state -> state.label();
            case Endpoint end -> end.addressText();
            case Instant time -> TIME.format(time);
            default -> value.toString();
        };
    }
}
