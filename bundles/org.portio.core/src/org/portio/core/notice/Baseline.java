// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.port.PortRange;
import org.portio.core.system.Places;

/**
 * The listeners that somebody knows. One is known if it has the protocol, address, port, interface and namespace of one of
 * these, and its program, whichever process that is now.
 */
public final class Baseline {

    /** The ports that the system gives out by itself if it does not tell. */
    private static final PortRange USUAL = new PortRange(49152, 65535);

    private record Place(Protocol protocol, Endpoint local, String namespace) {}

    private final Instant time;
    private final Map<Place, List<Connection>> known = new HashMap<>();
    private final PortRange givenOut;

    /**
     * Creates one.
     *
     * @param snapshot has the listeners; what else it has does not matter
     * @param givenOut the ports that the system gives to a UDP socket that wants any
     */
    public Baseline(Snapshot snapshot, PortRange givenOut) {
        this.time = snapshot.time();
        this.givenOut = givenOut;
        listeners(snapshot)
                .forEach(listener -> known.computeIfAbsent(place(listener), _ -> new ArrayList<>())
                        .add(listener));
    }

    /** Returns the file in which PortIO keeps that of this user. */
    public static Path file(Places places) {
        return places.data().resolve("baseline.json");
    }

    /** Creates one with the ports that this system gives out. */
    public static Baseline of(Snapshot snapshot) {
        return new Baseline(
                snapshot,
                SystemSettings.value("net/ipv4/ip_local_port_range")
                        .map(Baseline::range)
                        .orElse(USUAL));
    }

    private static PortRange range(String text) {
        String[] ends = text.strip().split("\\s+");
        return new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }

    /** Returns what others can reach: the TCP listeners, and the UDP sockets without a peer. */
    public static List<Connection> listeners(Snapshot snapshot) {
        return snapshot.connections().stream().filter(Connection::isListening).toList();
    }

    /** Returns when it was saved. */
    public Instant time() {
        return time;
    }

    /** Returns how many listeners it has. */
    public int size() {
        return known.values().stream().mapToInt(Collection::size).sum();
    }

    /** Returns whether this is a listener that it does not have. */
    public boolean isNew(Connection connection) {
        return connection.isListening()
                && known.getOrDefault(place(connection), List.of()).stream()
                        .noneMatch(there -> isSameProgram(there, connection));
    }

    /** Returns the place, in which all ports that the system gives to UDP sockets are one: they change with each start. */
    private Place place(Connection listener) {
        Endpoint local = listener.local();
        boolean isAnyPort = listener.protocol() == Protocol.UDP && givenOut.contains(local.port());
        // The interface by its name: its number changes with a restart.
        NetInterface named = new NetInterface(0, local.netInterface().name());
        Endpoint end = new Endpoint(local.address(), isAnyPort ? 0 : local.port(), named);
        return new Place(listener.protocol(), end, listener.namespace());
    }

    /** Returns true as well if the program of one of them could not be seen. */
    private static boolean isSameProgram(Connection one, Connection other) {
        if (!isProgramKnown(one) || !isProgramKnown(other)) {
            return true;
        }
        if (one.owners().isEmpty() || other.owners().isEmpty()) {
            return one.ownership() == other.ownership();
        }
        return one.owners().stream()
                .anyMatch(owner -> other.owners().stream().anyMatch(another -> isSame(owner, another)));
    }

    private static boolean isProgramKnown(Connection connection) {
        return connection.ownership() == Ownership.KERNEL
                || connection.owners().stream().anyMatch(owner -> !owner.name().isEmpty());
    }

    private static boolean isSame(ProcessInfo one, ProcessInfo other) {
        Optional<String> path = path(one);
        Optional<String> otherPath = path(other);
        return path.isPresent() && otherPath.isPresent()
                ? path.equals(otherPath)
                : !one.name().isEmpty() && one.name().equals(other.name());
    }

    /** Returns the path of its program, which an update may have replaced while it runs; empty if it cannot be read. */
    private static Optional<String> path(ProcessInfo owner) {
        return owner.executable().isEmpty()
                ? Optional.empty()
                : Optional.of(owner.executable().replaceFirst(" \\(deleted\\)$", ""));
    }
}
