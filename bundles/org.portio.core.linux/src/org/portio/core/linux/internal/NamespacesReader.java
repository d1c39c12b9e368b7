// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.Obstacle;
import org.portio.core.SocketDetails;
import org.portio.core.Unseen;
import org.portio.core.linux.internal.cgroup.ControlGroups;
import org.portio.core.linux.internal.namespace.NamespaceEntry;
import org.portio.core.linux.internal.namespace.NamespaceSearch;
import org.portio.core.linux.internal.namespace.NetworkNamespace;
import org.portio.core.linux.internal.netlink.ConnectionCloser;
import org.portio.core.linux.internal.netlink.NetlinkDump;
import org.portio.core.linux.internal.netlink.NetlinkSocket;
import org.portio.core.linux.internal.netlink.SocketDetailsReader;
import org.portio.core.linux.internal.netlink.SocketRecords;
import org.portio.core.linux.internal.owner.Ownerships;
import org.portio.core.process.UserNames;

/** Reads the sockets of all network namespaces. Inodes of sockets are of one kind in all of them, and so are owners. */
public final class NamespacesReader {

    /** The sockets of one moment, what of it stayed out of sight, and what keeps owners there. */
    public record Result(List<Connection> connections, List<Unseen> unseen, Set<Obstacle> obstacles) {}

    private static final Path PROC = Path.of("/proc");
    private static final int CAPACITY = 1 << 15;

    private final SocketRecords records = new SocketRecords();
    private final UserNames users = UserNames.ofSystem();
    private final ControlGroups groups = new ControlGroups();
    private final Ownerships ownerships = Ownerships.ofSystem(users);
    private volatile List<NetworkNamespace> latest = List.of();

    /** Reads them all, that of this process first. */
    public Result read() throws IOException, ConnectionException {
        NamespaceSearch.Found found = new NamespaceSearch(PROC).find();
        latest = found.others();
        List<NetlinkDump> entered = NamespaceEntry.openIn(found.others(), NamespacesReader::dump);
        List<String> names = new ArrayList<>();
        List<NetlinkDump> dumps = new ArrayList<>();
        for (int i = 0; i < entered.size(); i++) {
            if (entered.get(i) != null) {
                names.add(found.others().get(i).name());
                dumps.add(entered.get(i));
            }
        }
        int notEntered = entered.size() - dumps.size();
        dump(dumps);
        List<Connection> rows = rows(names);
        return new Result(rows, unseen(notEntered, found.hiddenProcesses()), ownerships.obstacles());
    }

    private void dump(List<NetlinkDump> others) throws IOException {
        List<NetlinkDump> all = new ArrayList<>(others);
        try {
            all.addFirst(dump());
            records.read(all);
            ownerships.update(records);
        } finally {
            // An open one would keep the namespace of a container that has ended.
            all.forEach(NetlinkDump::close);
        }
    }

    private static NetlinkDump dump() throws IOException {
        return new NetlinkDump(new NetlinkSocket(CAPACITY));
    }

    private List<Connection> rows(List<String> otherNames) {
        List<String> names = new ArrayList<>(otherNames);
        names.addFirst("");
        Rows rows = new Rows(records, users, groups, names, ownerships);
        List<Connection> all = new ArrayList<>(records.count());
        for (int i = 0; i < records.count(); i++) {
            all.add(rows.make(i, ownerships.owners(i), ownerships.of(i)));
        }
        return all;
    }

    private static List<Unseen> unseen(int notEntered, int hiddenProcesses) {
        List<Unseen> unseen = new ArrayList<>();
        if (notEntered > 0) {
            unseen.add(new Unseen(
                    "network namespaces not entered", notEntered, "they are gone, or you may not" + " enter them"));
        }
        if (hiddenProcesses > 0) {
            unseen.add(new Unseen(
                    "processes whose network namespace is hidden",
                    hiddenProcesses,
                    "you are not allowed to" + " inspect them"));
        }
        return unseen;
    }

    /** Returns details of a socket in another namespace than ours; empty if it or the namespace has gone. From any thread. */
    public Optional<SocketDetails> details(Connection connection) throws IOException, ConnectionException {
        Optional<NetworkNamespace> namespace = find(connection);
        if (namespace.isEmpty()) {
            return Optional.empty();
        }
        try (SocketDetailsReader reader = NamespaceEntry.openIn(List.of(namespace.get()), SocketDetailsReader::new)
                .getFirst()) {
            return reader == null ? Optional.empty() : reader.read(connection);
        }
    }

    /** Closes a connection in another namespace than ours; false if it or the namespace has gone. From any thread. */
    public boolean close(Connection connection) throws IOException, ConnectionException {
        // What was found earlier may have gone: then it could not be distinguished from what cannot be entered.
        Optional<NetworkNamespace> namespace =
                named(connection.namespace(), new NamespaceSearch(PROC).find().others());
        if (namespace.isEmpty()) {
            return false;
        }
        try (ConnectionCloser closer = NamespaceEntry.openIn(List.of(namespace.get()), ConnectionCloser::new)
                .getFirst()) {
            if (closer == null) {
                throw new IOException("the network namespace " + connection.namespace() + " cannot be entered");
            }
            return closer.close(connection);
        }
    }

    private Optional<NetworkNamespace> find(Connection connection) throws IOException {
        Optional<NetworkNamespace> namespace = named(connection.namespace(), latest);
        if (namespace.isEmpty()) {
            latest = new NamespaceSearch(PROC).find().others();
            namespace = named(connection.namespace(), latest);
        }
        return namespace;
    }

    private static Optional<NetworkNamespace> named(String name, List<NetworkNamespace> namespaces) {
        return namespaces.stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst();
    }
}
