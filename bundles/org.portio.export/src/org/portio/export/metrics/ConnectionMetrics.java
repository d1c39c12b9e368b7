// SPDX-License-Identifier: EPL-2.0
package org.portio.export.metrics;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.Addresses;

/**
 * Counts the sockets of a snapshot, as OpenMetrics text. A figure is of a state, a program or a TCP listener, and never of a single
 * connection: each figure is kept by the reader for weeks, and there must not be new ones all the time.
 */
public final class ConnectionMetrics {

    private ConnectionMetrics() {}

    /** Returns the whole text, which ends with its end mark. */
    public static String text(Snapshot snapshot) {
        List<Connection> connections = snapshot.connections();
        return sockets(connections).text()
                + processes(connections).text()
                + listeners(connections).text()
                + hiddenOwners(snapshot).text()
                + "# EOF\n";
    }

    private static MetricFamily sockets(List<Connection> connections) {
        MetricFamily family = new MetricFamily("portio_sockets", "Sockets by protocol, address family and state.");
        for (Connection connection : connections) {
            family.add(
                    Map.of(
                            "protocol", protocol(connection),
                            "family", connection.family().label(),
                            "state", connection.stateText()),
                    1);
        }
        return family;
    }

    private static String protocol(Connection connection) {
        return connection.protocol().label();
    }

    private static MetricFamily processes(List<Connection> connections) {
        MetricFamily family = new MetricFamily(
                "portio_process_sockets",
                "Sockets by the program that has them open; one that programs share counts for each.");
        for (Connection connection : connections) {
            connection.owners().stream()
                    .map(ConnectionMetrics::program)
                    .distinct()
                    .forEach(program -> family.add(program, 1));
        }
        return family;
    }

    private static Map<String, String> program(ProcessInfo process) {
        return Map.of(
                "process",
                process.name(),
                "user",
                process.user() == null ? "" : process.user().name());
    }

    private static MetricFamily listeners(List<Connection> connections) {
        MetricFamily family = new MetricFamily(
                "portio_listener_connections", "Established connections by the TCP listener that they came to.");
        Map<Place, Map<String, String>> listeners = new HashMap<>();
        for (Connection connection : connections) {
            if (connection.state() == TcpState.LISTEN) {
                Map<String, String> labels = listener(connection);
                listeners.putIfAbsent(Place.of(connection), labels);
                family.add(labels, 0);
            }
        }
        for (Connection connection : connections) {
            if (connection.state() == TcpState.ESTABLISHED) {
                Map<String, String> labels = labels(listeners, connection);
                if (labels != null) {
                    family.add(labels, 1);
                }
            }
        }
        return family;
    }

    private static Map<String, String> listener(Connection connection) {
        String names = connection.owners().stream()
                .map(ProcessInfo::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        return Map.of(
                "protocol",
                protocol(connection),
                "address",
                connection.local().addressText(),
                "port",
                String.valueOf(connection.local().port()),
                "namespace",
                connection.namespace(),
                "process",
                names);
    }

    /** Returns the labels of the listener that the kernel would choose: the one at the very address first. */
    private static Map<String, String> labels(Map<Place, Map<String, String>> listeners, Connection connection) {
        Place place = Place.of(connection);
        Map<String, String> exact = listeners.get(place);
        if (exact != null) {
            return exact;
        }
        Map<String, String> sameFamily = listeners.get(place.withAddress(anyOf(place.address())));
        return sameFamily != null ? sameFamily : listeners.get(place.withAddress(Place.ANY_IPV6));
    }

    private static InetAddress anyOf(InetAddress address) {
        return address.getAddress().length == Place.ANY_IPV4.getAddress().length ? Place.ANY_IPV4 : Place.ANY_IPV6;
    }

    private static MetricFamily hiddenOwners(Snapshot snapshot) {
        MetricFamily family =
                new MetricFamily("portio_hidden_owners", "Sockets whose owners PortIO is not allowed to see.");
        family.add(Map.of(), snapshot.hiddenOwners());
        return family;
    }

    /** A place that can be listened on. */
    private record Place(Protocol protocol, InetAddress address, int port, String namespace) {

        static final InetAddress ANY_IPV4 = Addresses.of(new byte[4]);
        static final InetAddress ANY_IPV6 = Addresses.of(new byte[16]);

        static Place of(Connection connection) {
            return new Place(
                    connection.protocol(),
                    connection.local().address(),
                    connection.local().port(),
                    connection.namespace());
        }

        Place withAddress(InetAddress other) {
            return new Place(protocol, other, port, namespace);
        }
    }
}
