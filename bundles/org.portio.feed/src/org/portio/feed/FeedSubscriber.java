// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.util.List;

/**
 * A connection to the feed.
 *
 * @param address its end of the connection, such as {@code 127.0.0.1:50000}
 * @param names by which its key is allowed, in the order of the alphabet: one; none if anybody may read; several if that many keys came from
 *     one address at once, since the library does not tell which of them is whose
 * @param process name and PID of who has it open, such as {@code python3 (PID 42)}; empty if it is not of this machine, or not seen
 */
public record FeedSubscriber(String address, List<String> names, String process) {

    public FeedSubscriber {
        names = List.copyOf(names);
    }
}
