// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.portio.core.Connection;
import org.portio.core.KernelUse;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.linux.internal.cgroup.ControlGroups;
import org.portio.core.linux.internal.netlink.SocketRecords;
import org.portio.core.linux.internal.owner.Ownerships;
import org.portio.core.process.UserNames;
import org.portio.core.system.User;

/** Makes rows of the kernel's records. */
public final class Rows implements SocketTable.RowMaker {

    /**
     * The states by the numbers of the kernel's tcp_states.h. 7 is a closed socket: listed only if it is bound. 12 is a
     * connection request that no listener has accepted yet.
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

    private final SocketRecords records;
    private final UserNames users;
    private final ControlGroups groups;
    private final List<String> namespaces;
    private final Ownerships ownerships;

    /** Rows of these records, whose namespaces have these names. */
    Rows(SocketRecords records, UserNames users, ControlGroups groups, List<String> namespaces, Ownerships ownerships) {
        this.records = records;
        this.users = users;
        this.groups = groups;
        this.namespaces = namespaces;
        this.ownerships = ownerships;
    }

    @Override
    public Connection make(int record, List<ProcessInfo> holders, Ownership ownership) {
        boolean tcp = records.isTcp(record);
        return Connection.of(
                        tcp ? Protocol.TCP : Protocol.UDP,
                        records.isIpv6(record) ? AddressFamily.IPV6 : AddressFamily.IPV4,
                        local(record))
                .remote(hasPeer(record, tcp) ? remote(record) : null)
                .state(tcp ? STATES[records.state(record)] : null)
                .owners(holders, ownership)
                .user(user(record))
                .queues(new Queues(records.receiveQueue(record), records.sendQueue(record)))
                .inode(Integer.toUnsignedLong(records.inode(record)))
                .group(groups.of(records.controlGroup(record)))
                .namespace(namespaces.get(records.namespace(record)))
                .kernelUse(ownership == Ownership.KERNEL ? ownerships.use(record) : KernelUse.UNKNOWN)
                .platformKey(records.cookie(record))
                .build();
    }

    /**
     * A socket without a file mostly has no user either: for TIME-WAIT, for example, the kernel reports 0 because it
     * does not know.
     */
    private User user(int record) {
        boolean unknown = records.uid(record) == 0 && records.inode(record) == 0;
        return unknown ? null : users.of(records.uid(record));
    }

    private boolean hasPeer(int record, boolean tcp) {
        return records.remotePort(record) != 0 && (tcp || records.state(record) == UDP_CONNECTED);
    }

    private Endpoint local(int record) {
        NetInterface bound = records.netInterface(record);
        InetAddress address = Addresses.of(records.localAddress(record), bound.index());
        return new Endpoint(address, records.localPort(record), bound);
    }

    /** The peer is at the other side of the interface; only a link-local address is a different one at each. */
    private Endpoint remote(int record) {
        NetInterface bound = records.netInterface(record);
        InetAddress address = Addresses.of(records.remoteAddress(record), bound.index());
        boolean linkLocal = address instanceof Inet6Address && address.isLinkLocalAddress();
        return new Endpoint(address, records.remotePort(record), linkLocal ? bound : NetInterface.NONE);
    }
}
