// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.time.Duration;

/**
 * The measurements of TCP on one connection, from the kernel's {@code struct tcp_info}.
 *
 * @param roundTrip smoothed round-trip time
 * @param roundTripVariation its mean deviation
 * @param minimumRoundTrip the shortest seen; null if none was yet
 * @param bytesSent payload sent, retransmissions included; -1 if the kernel does not tell (before Linux 4.19)
 * @param bytesAcknowledged payload that the peer has acknowledged, and one more for each SYN and FIN, as ss shows it
 * @param bytesReceived payload received, and one more for a FIN
 * @param retransmissions segments sent more than once, over the connection's life
 * @param congestionWindow segments that may be under way at a time
 * @param segmentSize largest payload of a segment, in bytes
 */
public record TcpMetrics(
        Duration roundTrip,
        Duration roundTripVariation,
        Duration minimumRoundTrip,
        long bytesSent,
        long bytesAcknowledged,
        long bytesReceived,
        long retransmissions,
        long congestionWindow,
        long segmentSize) {}
