// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.util.List;

/**
 * An answer about the past.
 *
 * @param accounts the sockets that were, or may have been, there in the time asked about, by when they opened; the newest
 *     if there are more than were asked for
 * @param total number of all of them
 * @param acts what PortIO did in that time, to that port if one was asked about; by time
 * @param coverage the stretches that were watched, by time, each of which has some of that time, and may begin before it or end
 *     after it; outside of them, nothing is known
 */
public record Answer(List<Account> accounts, long total, List<Act> acts, List<Coverage> coverage) {

    public Answer {
        accounts = List.copyOf(accounts);
        acts = List.copyOf(acts);
        coverage = List.copyOf(coverage);
    }
}
