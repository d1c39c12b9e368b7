// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

/**
 * An event that the feed has published.
 *
 * @param number counts all events of a run, from 1
 * @param topic such as {@code opened/tcp/80/}
 * @param json the event as subscribers get it, on one line
 */
public record PublishedEvent(long number, String topic, String json) {}
