// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the number of each topic's last message: a subscriber of a few topics learns from it whether one of them was lost, which the
 * numbers alone do not tell. A topic of a single port is a place in an array, since a machine that runs for weeks uses all ports.
 */
final class Sequences {

    private static final int PORTS = 65_536;
    private static final int MOST_DIGITS = 5;

    private final Map<String, long[]> byPort = new HashMap<>();
    private final Map<String, Long> others = new HashMap<>();

    /** Notes a message, and returns the number of the one before on the same topic; 0 if there was none. */
    long next(String topic, long sequence) {
        int end = topic.length() - 1;
        int start = topic.lastIndexOf('/', end - 1) + 1;
        int port = port(topic, start, end);
        if (port < 0) {
            Long previous = others.put(topic, sequence);
            return previous == null ? 0 : previous;
        }
        long[] ports = byPort.computeIfAbsent(topic.substring(0, start), _ -> new long[PORTS]);
        long previous = ports[port];
        ports[port] = sequence;
        return previous;
    }

    private static int port(String topic, int start, int end) {
        if (start == end || end - start > MOST_DIGITS) {
            return -1;
        }
        int port = 0;
        for (int i = start; i < end; i++) {
            char digit = topic.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            port = port * 10 + digit - '0';
        }
        return port < PORTS ? port : -1;
    }
}
