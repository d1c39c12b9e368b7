// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;

/** Parts of a connection as people read them. */
public final class ConnectionText {

    public static final String NONE = "-";
    private static final String HIDDEN = "?";
    private static final String KERNEL = "(kernel)";
    public static final String OWN_NAMESPACE = "(own)";

    private ConnectionText() {}

    /** Returns one of {@code tcp}, {@code tcp6}, {@code udp}, {@code udp6}. */
    public static String protocol(Connection connection) {
        return connection.protocol().label() + (connection.family() == AddressFamily.IPV6 ? "6" : "");
    }

    /** Returns the other end, or {@code *} if there is none. */
    public static String address(Endpoint endpoint) {
        return endpoint == null ? "*" : endpoint.toString();
    }

    /** Returns its name, or {@code (own)} for the one that this runs in. */
    public static String namespace(Connection connection) {
        return connection.namespace().isEmpty() ? OWN_NAMESPACE : connection.namespace();
    }

    public static String pids(Connection connection) {
        return orMissing(connection, connection.pidText(), NONE);
    }

    public static String processes(Connection connection) {
        return orMissing(connection, connection.processText(), nobody(connection));
    }

    /** Returns text such as {@code 42/java,43/java}. */
    public static String owners(Connection connection) {
        return orMissing(
                connection,
                connection.owners().stream()
                        .map(owner -> owner.pid() + "/" + owner.name())
                        .collect(Collectors.joining(",")),
                nobody(connection));
    }

    private static String nobody(Connection connection) {
        if (connection.ownership() != Ownership.KERNEL) {
            return NONE;
        }
        return connection.kernelUse().isKnown()
                ? "(kernel: " + connection.kernelUse().text() + ")"
                : KERNEL;
    }

    /** Returns text such as {@code 127.0.0.1:8080 -> * LISTEN 42/java}. */
    public static String line(Connection connection) {
        return ends(connection) + " " + connection.stateText() + " " + owners(connection);
    }

    /** Returns text such as {@code 127.0.0.1:8080 -> *}. */
    public static String ends(Connection connection) {
        return address(connection.local()) + " -> " + address(connection.remote());
    }

    /**
     * Returns a text of a connection; with the one of before, as in {@code ESTABLISHED=>TIME-WAIT}, if it was another.
     *
     * @param before the connection as it was; null if it was not there
     */
    static String change(Connection before, Connection after, Function<Connection, String> text) {
        String latest = text.apply(after);
        String earlier = before == null ? latest : text.apply(before);
        return earlier.equals(latest) ? latest : earlier + "=>" + latest;
    }

    private static String orMissing(Connection connection, String text, String none) {
        if (text.isEmpty()) {
            return connection.ownerHidden() ? HIDDEN : none;
        }
        return text;
    }
}
