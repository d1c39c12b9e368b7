// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.time.Instant;

/**
 * An event that the feed has published.
 *
 * @param number counts all events of a run, from 1
 * @param time when it was seen
 * @param topic such as {@code opened/tcp/80/}
 * @param text what happened, in one line for people
 * @param json the event as subscribers get it, on one line
 */
public record PublishedEvent(long number, Instant time, String topic, String text, String json) {}
