// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.util.List;

/**
 * The keeper's feed as others see it.
 *
 * @param isOn whether the keeper is to publish
 * @param status null if nothing is published
 * @param key public key of the feed; empty if nothing is published, or to everybody
 * @param failure why nothing is published although it is on; empty if it is for want of a keeper
 * @param subscribers who is connected
 * @param events the newest that were asked for, the oldest first
 */
public record FeedReport(
        boolean isOn,
        FeedStatus status,
        String key,
        String failure,
        List<FeedSubscriber> subscribers,
        List<PublishedEvent> events) {

    /** Returns that of a feed that publishes nothing. */
    static FeedReport silent(boolean isOn, String failure) {
        return new FeedReport(isOn, null, "", failure, List.of(), List.of());
    }

    public boolean isRunning() {
        return status != null;
    }
}
