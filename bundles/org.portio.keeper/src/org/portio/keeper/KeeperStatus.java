// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.time.Instant;

/**
 * The keeper that runs.
 *
 * @param version of PortIO that it was started from
 * @param since when it was started
 * @param reservations how many it keeps
 * @param held how many of them are held or lent at this moment
 * @param servers how many temporary servers it runs
 * @param here whether it is in the network namespace of this process: else its ports are others than those here
 */
public record KeeperStatus(
        long pid, String version, Instant since, int reservations, int held, int servers, boolean here) {

    /** Returns one that is here. */
    public KeeperStatus(long pid, String version, Instant since, int reservations, int held, int servers) {
        this(pid, version, since, reservations, held, servers, true);
    }

    /** Returns the same, seen from here or from another network namespace. */
    public KeeperStatus seen(boolean fromHere) {
        return new KeeperStatus(pid, version, since, reservations, held, servers, fromHere);
    }
}
