// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.Endpoint;
import org.portio.feed.FeedSubscriber;
import org.portio.feed.internal.Clients.Client;

/** Says who is at the other end of the feed's connections. */
final class Subscribers {

    private Subscribers() {}

    /**
     * Describes them, in the order in which they came.
     *
     * @param snapshot has the sockets of those of this machine; null if there is none
     */
    static List<FeedSubscriber> of(Collection<Client> clients, Snapshot snapshot) {
        Map<String, String> processes = new HashMap<>();
        clients.forEach(client -> processes.put(address(client), ""));
        if (snapshot != null && !clients.isEmpty()) {
            for (Connection connection : snapshot.connections()) {
                // Only the subscriber's socket has this end as its own.
                if (connection.protocol() == Protocol.TCP && connection.remote() != null) {
                    processes.computeIfPresent(
                            connection.local().toString(), (_, known) -> known.isEmpty() ? process(connection) : known);
                }
            }
        }
        return clients.stream()
                .sorted(Comparator.comparingLong(Client::accepted))
                .map(client -> new FeedSubscriber(
                        address(client),
                        client.names().stream().distinct().sorted().toList(),
                        processes.get(address(client))))
                .toList();
    }

    private static String address(Client client) {
        return new Endpoint(client.remote().getAddress(), client.remote().getPort()).toString();
    }

    private static String process(Connection connection) {
        return connection.owners().isEmpty()
                ? ""
                : connection.owners().getFirst().name() + " (PID "
                        + connection.owners().getFirst().pid() + ")";
    }
}
