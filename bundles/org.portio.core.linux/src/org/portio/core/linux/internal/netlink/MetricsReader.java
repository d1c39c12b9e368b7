// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.portio.core.ConnectionSource.MetricsSink;
import org.portio.core.linux.internal.netlink.NetlinkDump.InterruptedDumpException;

/** Asks for what TCP has measured on all connections, beside the dumps that make snapshots. From any thread. */
public final class MetricsReader implements AutoCloseable {

    private static final int MESSAGE = 72;
    private static final int COOKIE = 44;

    private final NetlinkDump netlink;

    /** Asks in the network namespace of the thread that calls this. */
    public MetricsReader() throws IOException {
        this(new NetlinkDump());
    }

    MetricsReader(NetlinkDump netlink) {
        this.netlink = netlink;
    }

    /** Hands on the measurements of each connection; one that comes or goes meanwhile may be missing. */
    public synchronized void read(MetricsSink sink) throws IOException {
        try {
            netlink.tcpMeasured((message, offset, end) -> take(message, offset, end, sink));
        } catch (InterruptedDumpException _) {
            // Each message is right in itself, and the next reading has what is missing.
        }
    }

    private static void take(ByteBuffer message, int offset, int end, MetricsSink sink) {
        int info = Attributes.find(message, offset + MESSAGE, end, Attributes.INFO);
        if (info >= 0) {
            long cookie = message.getLong(offset + COOKIE);
            TcpInfo.read(message, info, Attributes.length(message, info), cookie, sink);
        }
    }

    @Override
    public void close() {
        netlink.close();
    }
}
