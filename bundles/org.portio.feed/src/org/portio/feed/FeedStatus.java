// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

/**
 * The feed as it stands.
 *
 * @param events address that subscribers connect to, with the port that the system chose if it was to choose one
 * @param snapshots address that they ask for a snapshot
 * @param run the run's id, which each message carries
 * @param sequence number of the newest change
 * @param subscribers connections to the first address
 * @param sent events published since the start, each counted once
 */
public record FeedStatus(
        FeedAddress events, FeedAddress snapshots, String run, long sequence, int subscribers, long sent) {}
