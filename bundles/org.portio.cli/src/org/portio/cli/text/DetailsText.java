// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpMetrics;

/** More about a connection as people read it, with the names of ss if it has good ones. */
public final class DetailsText {

    private DetailsText() {}

    /**
     * Returns text such as {@code timer keepalive 58m12s, rtt 0.05 ms (+-0.02), sent 1,234, ..., control group /a.service, inode 42};
     * empty if nothing is known.
     */
    public static String line(Connection connection, Optional<SocketDetails> details) {
        List<String> parts = new ArrayList<>();
        details.map(SocketDetails::timer).ifPresent(timer -> parts.add(timer(timer)));
        details.map(SocketDetails::tcp).ifPresent(tcp -> addTcp(tcp, parts));
        if (!connection.controlGroup().isEmpty()) {
            parts.add("control group " + connection.controlGroup());
        }
        if (connection.owners().isEmpty() && connection.ownership() != Ownership.NONE) {
            String use = connection.kernelUse().text();
            parts.add("owner: " + connection.ownership().explanation() + (use.isEmpty() ? "" : " (" + use + ")"));
        }
        if (connection.inode() != 0) {
            parts.add("inode " + connection.inode());
        }
        addKeeping(connection, parts);
        return String.join(", ", parts);
    }

    private static void addKeeping(Connection connection, List<String> parts) {
        int sockets = connection.sockets().size();
        if (sockets > 1) {
            parts.add("port kept by " + sockets + " sockets");
        }
        if (!connection.keepers().isEmpty()) {
            parts.add("also open in "
                    + connection.keepers().stream()
                            .map(keeper -> keeper.name() + " (PID " + keeper.pid() + ")")
                            .collect(Collectors.joining(" and ")));
        }
    }

    private static String timer(SocketTimer timer) {
        String times = timer.retransmissions() == 0 ? "" : " (expired " + timer.retransmissions() + " x)";
        return "timer " + timer.kind().label() + " " + time(timer.remaining()) + times;
    }

    /** Returns text such as {@code 210ms}, {@code 9.5s}, {@code 58m12s} or {@code 1h58m}. */
    public static String time(Duration time) {
        if (time.toSeconds() < 1) {
            return time.toMillis() + "ms";
        }
        if (time.toMinutes() < 1) {
            return format("%.1fs", time.toMillis() / 100 / 10.0);
        }
        return time.toHours() < 1
                ? time.toMinutes() + "m" + time.toSecondsPart() + "s"
                : time.toHours() + "h" + time.toMinutesPart() + "m";
    }

    private static void addTcp(TcpMetrics tcp, List<String> parts) {
        parts.add(format("rtt %s ms (+-%s)", millis(tcp.roundTrip()), millis(tcp.roundTripVariation())));
        if (tcp.minimumRoundTrip() != null) {
            parts.add("shortest " + millis(tcp.minimumRoundTrip()) + " ms");
        }
        addCount("sent", tcp.bytesSent(), parts);
        addCount("acknowledged", tcp.bytesAcknowledged(), parts);
        addCount("received", tcp.bytesReceived(), parts);
        addCount("retransmitted", tcp.retransmissions(), parts);
        parts.add("cwnd " + tcp.congestionWindow());
        parts.add("mss " + tcp.segmentSize());
    }

    private static String millis(Duration time) {
        return format("%.2f", time.toNanos() / 1e6);
    }

    /** Nothing if the kernel does not tell. */
    private static void addCount(String name, long count, List<String> parts) {
        if (count >= 0) {
            parts.add(format("%s %,d", name, count));
        }
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
