// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.Obstacle;
import org.portio.core.linux.internal.cgroup.ControlGroups;
import org.portio.core.linux.internal.netlink.NetlinkDump;
import org.portio.core.linux.internal.netlink.SocketRecords;
import org.portio.core.linux.internal.owner.Ownerships;
import org.portio.core.process.UserNames;

/** Turns the kernel's records and their owners into connections. */
public final class LinuxReader {

    private final NetlinkDump dump;
    private final SocketRecords records = new SocketRecords();
    private final UserNames users = UserNames.ofSystem();
    private final Ownerships ownerships = Ownerships.ofSystem(users);
    private final Rows rows = new Rows(records, users, new ControlGroups(), List.of(""), ownerships);
    private SocketTable table = new SocketTable();
    private SocketTable spare = new SocketTable();
    /** Whether the table is that of the latest reading, and not of one before a failure. */
    private boolean isTableOfLatest;

    private LinuxReader(NetlinkDump dump) {
        this.dump = dump;
    }

    /** Returns a reader for this machine; fails if it has no netlink. */
    public static LinuxReader ofSystem() throws IOException {
        return new LinuxReader(new NetlinkDump());
    }

    /** Fails if the kernel does not answer, at less than the cost of a whole snapshot. */
    public void tryOut() throws IOException {
        dump.tcpListeners((_, _, _) -> {
            // That the kernel answers is all that is asked.
        });
    }

    /** Returns what keeps owners of the latest connections out of sight. */
    public Set<Obstacle> obstacles() {
        return ownerships.obstacles();
    }

    /** Returns all TCP and UDP sockets of this network namespace; immutable. */
    public List<Connection> connections() throws IOException {
        records.read(dump);
        return rows();
    }

    /** Returns those of the latest call with the TCP listeners as they are now; empty if there was no such call. */
    public Optional<List<Connection>> connectionsWithListenersOfNow() throws IOException {
        if (!isTableOfLatest) {
            return Optional.empty();
        }
        records.readListeners(dump);
        return Optional.of(rows());
    }

    private List<Connection> rows() throws IOException {
        isTableOfLatest = false;
        ownerships.update(records);
        SocketTable earlier = table;
        table = spare;
        spare = earlier;
        table.reset(records.count());
        for (int i = 0; i < records.count() - records.kept(); i++) {
            table.add(earlier, records, i, ownerships.owners(i), ownerships.of(i), rows);
        }
        table.addLast(earlier, records.kept());
        isTableOfLatest = true;
        return List.of(table.rows());
    }
}
