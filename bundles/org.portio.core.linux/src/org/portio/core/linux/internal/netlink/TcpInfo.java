// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.portio.core.ConnectionSource;
import org.portio.core.TcpMetrics;

/** Reads the kernel's {@code struct tcp_info}, which grows with its versions: new fields are at its end. */
public final class TcpInfo {

    private static final int SEGMENT_SIZE = 16;
    private static final int LAST_SENT = 44;
    private static final int LAST_RECEIVED = 52;
    private static final int LAST_ACKNOWLEDGED = 56;
    private static final int PATH_PACKET_SIZE = 60;
    private static final int ROUND_TRIP = 68;
    private static final int ROUND_TRIP_VARIATION = 72;
    private static final int CONGESTION_WINDOW = 80;
    private static final int RETRANSMISSIONS = 100;
    private static final int BYTES_ACKNOWLEDGED = 120;
    private static final int BYTES_RECEIVED = 128;
    private static final int MINIMUM_ROUND_TRIP = 148;
    private static final int BYTES_SENT = 200;
    private static final int OLDEST_SIZE = 104;
    private static final int UNKNOWN = -1;

    private TcpInfo() {}

    /** Returns null if it is shorter than it has ever been. */
    public static TcpMetrics read(ByteBuffer message, int at, int length) {
        if (length < OLDEST_SIZE) {
            return null;
        }
        int minimum = length < MINIMUM_ROUND_TRIP + Integer.BYTES ? UNKNOWN : message.getInt(at + MINIMUM_ROUND_TRIP);
        return new TcpMetrics(
                micros(message.getInt(at + ROUND_TRIP)),
                micros(message.getInt(at + ROUND_TRIP_VARIATION)),
                // The kernel, too, has this for "none yet".
                minimum == UNKNOWN ? null : micros(minimum),
                bytes(message, at, length, BYTES_SENT),
                bytes(message, at, length, BYTES_ACKNOWLEDGED),
                bytes(message, at, length, BYTES_RECEIVED),
                Integer.toUnsignedLong(message.getInt(at + RETRANSMISSIONS)),
                Integer.toUnsignedLong(message.getInt(at + CONGESTION_WINDOW)),
                Integer.toUnsignedLong(message.getInt(at + SEGMENT_SIZE)));
    }

    /** Hands on the few measurements that tables show, without an object for each. */
    static void read(ByteBuffer message, int at, int length, long cookie, ConnectionSource.MetricsSink sink) {
        if (length < OLDEST_SIZE) {
            return;
        }
        long sent = bytes(message, at, length, BYTES_SENT);
        sink.accept(
                cookie,
                bytes(message, at, length, BYTES_RECEIVED),
                sent < 0 ? bytes(message, at, length, BYTES_ACKNOWLEDGED) : sent,
                Integer.toUnsignedLong(message.getInt(at + ROUND_TRIP)),
                Integer.toUnsignedLong(message.getInt(at + RETRANSMISSIONS)));
    }

    /**
     * Returns whether it has tried to connect, or came from a listener: the kernel has then measured how large a packet may
     * be, and keeps that even after it has forgotten the peer.
     */
    public static boolean isOpened(ByteBuffer message, int at) {
        return message.getInt(at + PATH_PACKET_SIZE) != 0;
    }

    /** Returns the time since something was sent or received; of one that was connected. */
    public static Duration idle(ByteBuffer message, int at) {
        long sent = Integer.toUnsignedLong(message.getInt(at + LAST_SENT));
        long received = Integer.toUnsignedLong(message.getInt(at + LAST_RECEIVED));
        long acknowledged = Integer.toUnsignedLong(message.getInt(at + LAST_ACKNOWLEDGED));
        return Duration.ofMillis(Math.min(sent, Math.min(received, acknowledged)));
    }

    private static long bytes(ByteBuffer message, int at, int length, int field) {
        return length < field + Long.BYTES ? UNKNOWN : message.getLong(at + field);
    }

    private static Duration micros(int value) {
        return Duration.of(Integer.toUnsignedLong(value), ChronoUnit.MICROS);
    }
}
