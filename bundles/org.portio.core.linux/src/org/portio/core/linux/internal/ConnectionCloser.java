// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.io.IOException;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.PermissionException;
import org.portio.core.kernel.Syscalls;
import org.portio.core.linux.internal.NetlinkDump.RefusedException;

/** Closes single TCP connections. The process finds its socket reset (ECONNABORTED), its peer gets a reset. */
public final class ConnectionCloser implements AutoCloseable {

    private static final int CAPACITY = 1 << 15;

    private final NetlinkDump netlink;

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
     * @return false where it had gone already
     */
    public boolean close(Connection connection) throws IOException, ConnectionException {
        SocketId id = new SocketId(connection);
        try {
            netlink.destroy(id);
        } catch (RefusedException e) {
            return refused(e);
        }
        if (isThere(id)) {
            throw new ConnectionException("The kernel said that it closed the connection, and still lists it.", null);
        }
        return true;
    }

    private static boolean refused(RefusedException refusal) throws ConnectionException {
        switch (refusal.errno()) {
            case Syscalls.ENOENT, Syscalls.ESTALE -> {
                return false;
            }
            case Syscalls.EPERM ->
                throw new PermissionException(
                        "to close a connection, also one's own, needs privileges (CAP_NET_ADMIN): run it with sudo",
                        refusal);
            case Syscalls.EOPNOTSUPP ->
                throw new ConnectionException(
                        "This kernel cannot close single connections: it is built without CONFIG_INET_DIAG_DESTROY.",
                        refusal);
            default ->
                throw new ConnectionException(
                        "The kernel does not close the connection: errno " + refusal.errno(), refusal);
        }
    }

    private boolean isThere(SocketId id) throws IOException {
        try {
            netlink.one(id, (_, _, _) -> {
                // That it is found is all that is asked.
            });
            return true;
        } catch (RefusedException e) {
            if (e.errno() != Syscalls.ENOENT && e.errno() != Syscalls.ESTALE) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public void close() {
        netlink.close();
    }
}
