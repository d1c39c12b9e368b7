// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import java.time.Instant;

/**
 * The kernel's counters of TCP at one moment, since the machine started, for the network namespace that is watched.
 *
 * @param activeOpens attempts to connect, those that failed included
 * @param passiveOpens connections that came to a listener
 * @param attemptFails attempts that failed, those of peers included that no connection came of
 * @param established connections that are established, or whose peer has closed
 */
public record SocketCounters(Instant time, long activeOpens, long passiveOpens, long attemptFails, long established) {

    /** Returns the number of TCP connections that were opened or tried, each end on this machine by itself. */
    public long opens() {
        return activeOpens + passiveOpens;
    }
}
