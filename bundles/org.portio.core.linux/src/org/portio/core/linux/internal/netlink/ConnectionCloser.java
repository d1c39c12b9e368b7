// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.kernel.Syscalls;
import org.portio.core.linux.internal.netlink.NetlinkDump.RefusedException;
import org.portio.core.system.MissingRight;

/** Closes single TCP connections. The process finds its socket reset (ECONNABORTED), its peer gets a reset. */
public final class ConnectionCloser implements AutoCloseable {

    private static final int CAPACITY = 1 << 15;
    private static final int STATE = 1;
    private static final int COOKIE = 44;
    /** TCP_CLOSE and TCP_BOUND_INACTIVE: its process may still have the socket, bound to its port. */
    private static final Set<Byte> CLOSED = Set.of((byte) 7, (byte) 13);

    private final NetlinkDump netlink;
    private boolean found;

    /** Closes in the network namespace of the thread that calls this. */
    public ConnectionCloser() throws IOException {
        this(new NetlinkSocket(CAPACITY));
    }

    ConnectionCloser(NetlinkTransport transport) {
        netlink = new NetlinkDump(transport);
    }

    /**
     * Closes it and makes sure that it is gone.
     *
     * @return false if it had gone already
     */
    public boolean close(Connection connection) throws IOException, ConnectionException {
        boolean closed = destroy(new SocketId(connection));
        if (isListed(connection)) {
            throw new ConnectionException("the kernel did not close the connection: it still lists it");
        }
        return closed;
    }

    /** Returns false if it is not found. */
    private boolean destroy(SocketId id) throws ConnectionException, IOException {
        try {
            netlink.destroy(id);
            return true;
        } catch (RefusedException e) {
            return refused(e);
        }
    }

    private static boolean refused(RefusedException refusal) throws ConnectionException {
        switch (refusal.errno()) {
            case Syscalls.ENOENT, Syscalls.ESTALE -> {
                return false;
            }
            case Syscalls.EPERM ->
                throw new ConnectionException(
                        Failure.of(
                                Kind.PERMISSION,
                                "closing a connection, even your own, needs privileges (CAP_NET_ADMIN)",
                                MissingRight.advice("CAP_NET_ADMIN")),
                        refusal);
            case Syscalls.EOPNOTSUPP ->
                throw new ConnectionException(
                        "this kernel cannot close single connections: it is built without CONFIG_INET_DIAG_DESTROY",
                        refusal);
            default ->
                throw new ConnectionException(
                        "the kernel did not close the connection: errno " + refusal.errno(), refusal);
        }
    }

    private boolean isListed(Connection connection) throws IOException {
        found = false;
        netlink.withPorts(new SocketId(connection), (message, offset, _) -> {
            if (message.getLong(offset + COOKIE) == connection.platformKey()
                    && !CLOSED.contains(message.get(offset + STATE))) {
                found = true;
            }
        });
        return found;
    }

    @Override
    public void close() {
        netlink.close();
    }
}
