// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.time.Instant;

/**
 * The feed as it stands.
 *
 * @param events address that subscribers connect to, with the port that the system chose if it was to choose one
 * @param snapshots address that they ask for a snapshot
 * @param plain whether everybody may read it, unencrypted
 * @param run the run's id, which each message carries
 * @param since when it began
 * @param sequence number of the newest change
 * @param subscribers connections to the first address
 * @param sent events published since the start, each counted once
 * @param rate events a second, over the last ten heartbeats
 * @param overruns how often the queue of a subscriber was full, so that it has lost messages until it caught up
 */
public record FeedStatus(
        FeedAddress events,
        FeedAddress snapshots,
        boolean plain,
        String run,
        Instant since,
        long sequence,
        int subscribers,
        long sent,
        double rate,
        long overruns) {}
