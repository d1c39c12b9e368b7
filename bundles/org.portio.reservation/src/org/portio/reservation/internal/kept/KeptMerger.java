// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.Connection;
import org.portio.core.SocketMerger;
import org.portio.reservation.PortKey;

/** Merges the sockets of kept ports. Rows stay the same objects as long as nothing changes. */
public final class KeptMerger implements SocketMerger {

    /** A version of a file, as far as it can be told without reading it. */
    private record Version(Object key, long size, Object time) {}

    private record Shown(KeptRow row, Map<Connection, Connection> connections) {}

    private final Path file;
    private Version version;
    private KeptPorts ports = KeptPorts.NONE;
    private Map<PortKey, Shown> earlier = Map.of();

    /** Makes one that reads this file. */
    public KeptMerger(Path file) {
        this.file = file;
    }

    @Override
    public synchronized List<Connection> merge(List<Connection> sockets) {
        read();
        Map<KeptPort, List<Connection>> ofEach = ports.ports().isEmpty() ? Map.of() : ofEach(sockets);
        if (ofEach.isEmpty()) {
            earlier = Map.of();
            return sockets;
        }
        Map<PortKey, Shown> now = new HashMap<>();
        Map<Connection, Connection> shown = new IdentityHashMap<>();
        ofEach.forEach((port, some) -> {
            Shown one = shown(new KeptRow(ports.keeper(), port, some));
            now.put(port.key(), one);
            shown.putAll(one.connections());
        });
        earlier = now;
        return rows(sockets, shown);
    }

    /** Sorts out the sockets of kept ports; a port of which the keeper itself has none may be another network namespace's. */
    private Map<KeptPort, List<Connection>> ofEach(List<Connection> sockets) {
        Map<KeptPort, List<Connection>> ofEach = new LinkedHashMap<>();
        for (Connection socket : sockets) {
            ports.of(socket)
                    .ifPresent(port ->
                            ofEach.computeIfAbsent(port, _ -> new ArrayList<>()).add(socket));
        }
        ofEach.values().removeIf(some -> some.stream().noneMatch(ports::isKeepers));
        return ofEach;
    }

    private Shown shown(KeptRow row) {
        Shown before = earlier.get(row.port().key());
        return before != null && before.row().isSame(row) ? before : new Shown(row, row.shown());
    }

    private static List<Connection> rows(List<Connection> sockets, Map<Connection, Connection> shown) {
        List<Connection> rows = new ArrayList<>(sockets.size());
        for (Connection socket : sockets) {
            Connection row = shown.getOrDefault(socket, shown.containsKey(socket) ? null : socket);
            if (row != null) {
                rows.add(row);
            }
        }
        return List.copyOf(rows);
    }

    private void read() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Version found = new Version(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
            if (!found.equals(version)) {
                ports = KeptPorts.parse(Files.readString(file));
                version = found;
            }
        } catch (NoSuchFileException _) {
            ports = KeptPorts.NONE;
            version = null;
        } catch (IOException e) {
            ports = KeptPorts.NONE;
            version = null;
            System.getLogger(KeptMerger.class.getName())
                    .log(System.Logger.Level.DEBUG, "which ports are kept cannot be read", e);
        }
    }
}
