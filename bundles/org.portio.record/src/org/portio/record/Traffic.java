// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Duration;

/**
 * The measurements of a TCP connection at its end, or when it was last asked.
 *
 * @param bytesSent payload that the peer has acknowledged
 * @param bytesReceived payload received
 * @param minimumRoundTrip the shortest seen; null if none was
 * @param retransmissions segments sent more than once
 */
public record Traffic(long bytesSent, long bytesReceived, Duration minimumRoundTrip, long retransmissions) {}
