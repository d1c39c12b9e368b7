// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.connection;

import java.net.InetAddress;
import java.util.List;
import org.portio.core.Connection;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;

/** Matches blocks with connections. */
final class BlockedConnections {

    private BlockedConnections() {}

    static List<Block> blocking(Connection connection, List<Block> blocks) {
        return blocks.stream()
                .filter(block -> isFor(block.request(), connection))
                .toList();
    }

    private static boolean isFor(BlockRequest request, Connection connection) {
        return request.protocol() == connection.protocol()
                && hasPort(request, connection)
                && (request.loopback() || !isWithinThisMachine(connection))
                && isOfProgram(request.program(), connection)
                && isOfControlGroup(request.controlGroup(), connection)
                // Another network namespace has a firewall of its own.
                && connection.namespace().isEmpty();
    }

    private static boolean hasPort(BlockRequest request, Connection connection) {
        Endpoint remote = connection.remote();
        return request.direction().includes(Direction.INBOUND)
                        && request.ports().contains(connection.local().port())
                || remote != null
                        && request.direction().includes(Direction.OUTBOUND)
                        && request.ports().contains(remote.port());
    }

    private static boolean isWithinThisMachine(Connection connection) {
        Endpoint remote = connection.remote();
        return isLoopback(connection.local().address()) || remote != null && isLoopback(remote.address());
    }

    private static boolean isLoopback(InetAddress address) {
        return Addresses.unmapped(address).isLoopbackAddress();
    }

    private static boolean isOfProgram(String program, Connection connection) {
        return program.isEmpty()
                || connection.owners().stream()
                        .anyMatch(owner -> owner.executable().equals(program));
    }

    private static boolean isOfControlGroup(String group, Connection connection) {
        return group.isEmpty()
                || connection.controlGroup().equals(group)
                || connection.controlGroup().startsWith(group.endsWith("/") ? group : group + "/");
    }
}
