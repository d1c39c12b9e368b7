// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

/**
 * A connection to the feed.
 *
 * @param address its end of the connection, such as {@code 127.0.0.1:50000}
 * @param name by which its key is allowed; empty if anybody may read, and if several came from one address at once, since the
 *     library does not tell which of them has which key
 * @param process name and PID of who has it open, such as {@code python3 (PID 42)}; empty if it is not of this machine, or not seen
 */
public record FeedSubscriber(String address, String name, String process) {}
