// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.portio.core.AddressFamily;
import org.portio.core.Addresses;
import org.portio.core.Connection;
import org.portio.core.Endpoint;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.TcpState;

/** Turns the kernel's records and their owners into connections. */
public final class LinuxReader {

    /**
     * By the numbers of the kernel's tcp_states.h. 7 is a closed socket: listed only where it is bound. 12 is a connection
     * request that no listener has accepted yet.
     */
    private static final TcpState[] STATES = {
        TcpState.CLOSED,
        TcpState.ESTABLISHED,
        TcpState.SYN_SENT,
        TcpState.SYN_RECEIVED,
        TcpState.FIN_WAIT_1,
        TcpState.FIN_WAIT_2,
        TcpState.TIME_WAIT,
        TcpState.BOUND,
        TcpState.CLOSE_WAIT,
        TcpState.LAST_ACK,
        TcpState.LISTEN,
        TcpState.CLOSING,
        TcpState.SYN_RECEIVED,
        TcpState.BOUND
    };

    private static final int UDP_CONNECTED = 1;

    private final NetlinkDump dump;
    private final SocketRecords records = new SocketRecords();
    private final UserNames users = UserNames.ofSystem();
    private final Owners owners = new Owners(new ProcessReader(Path.of("/proc"), users));
    private SocketTable table = new SocketTable();
    private SocketTable spare = new SocketTable();

    private LinuxReader(NetlinkDump dump) {
        this.dump = dump;
    }

    /** Whether this is a system whose kernel is called here by the right numbers. */
    public static boolean isPossible() {
        String arch = System.getProperty("os.arch");
        return "Linux".equals(System.getProperty("os.name")) && ("amd64".equals(arch) || "aarch64".equals(arch));
    }

    /** A reader for this machine; fails where it has no netlink. */
    public static LinuxReader ofSystem() throws IOException {
        return new LinuxReader(new NetlinkDump());
    }

    /** Fails where the kernel does not answer, at less than the cost of a whole snapshot. */
    public void tryOut() throws IOException {
        dump.tcpListeners((_, _) -> {
            // That the kernel answers is all that is asked.
        });
    }

    /** All TCP and UDP sockets of this network namespace; immutable. */
    public List<Connection> connections() throws IOException {
        records.read(dump);
        owners.update(records);
        boolean someHidden = owners.someAreHidden();
        SocketTable earlier = table;
        table = spare;
        spare = earlier;
        table.reset(records.count());
        for (int i = 0; i < records.count(); i++) {
            int inode = records.inode(i);
            Holding holding = inode == 0 ? null : owners.of(inode);
            boolean hidden = holding == null && inode != 0 && someHidden;
            List<ProcessInfo> holders = holding == null ? List.of() : holding.owners();
            table.add(earlier, records, i, holders, hidden, this::connection);
        }
        return List.of(table.rows());
    }

    private Connection connection(int record, List<ProcessInfo> holders, boolean hidden) {
        boolean tcp = records.isTcp(record);
        return new Connection(
                tcp ? Protocol.TCP : Protocol.UDP,
                records.isIpv6(record) ? AddressFamily.IPV6 : AddressFamily.IPV4,
                endpoint(record, records.localAddress(record), records.localPort(record)),
                hasPeer(record, tcp)
                        ? endpoint(record, records.remoteAddress(record), records.remotePort(record))
                        : null,
                tcp ? STATES[records.state(record)] : null,
                holders,
                hidden,
                users.of(records.uid(record)),
                new Queues(records.receiveQueue(record), records.sendQueue(record)),
                Integer.toUnsignedLong(records.inode(record)),
                "",
                "",
                records.cookie(record));
    }

    private boolean hasPeer(int record, boolean tcp) {
        return records.remotePort(record) != 0 && (tcp || records.state(record) == UDP_CONNECTED);
    }

    private Endpoint endpoint(int record, byte[] address, int port) {
        return new Endpoint(Addresses.of(address, records.networkInterface(record)), port);
    }
}
