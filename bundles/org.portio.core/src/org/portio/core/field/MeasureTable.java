// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import org.portio.core.ConnectionSource;

/**
 * The measurements of TCP on all connections at one time, with what had come through each since the time before. Filled by one
 * thread, and then read by any: numbers in arrays, since a hundred thousand connections may be asked about each second.
 */
final class MeasureTable implements ConnectionSource.MetricsSink {

    static final long UNKNOWN = -1;

    /** A table in which nothing is known. */
    static final MeasureTable EMPTY = new MeasureTable(null, 0);

    private static final int RECEIVED = 0;
    private static final int SENT = 1;
    private static final int ROUND_TRIP = 2;
    private static final int RETRANSMISSIONS = 3;
    private static final int RATE = 4;
    private static final int WIDTH = 5;

    private static final int SMALLEST = 64;
    private static final double NANOS_IN_SECOND = 1e9;

    private final long nanos;
    private MeasureTable earlier;
    private long[] keys;
    private long[] values;
    private int count;

    /**
     * Begins one.
     *
     * @param earlier the one of the time before; null if there is none
     * @param nanos the time of this one, in nanoseconds of any clock that both have
     */
    MeasureTable(MeasureTable earlier, long nanos) {
        this.earlier = earlier == EMPTY ? null : earlier;
        this.nanos = nanos;
        keys = new long[this.earlier == null ? SMALLEST : this.earlier.keys.length];
        values = new long[keys.length * WIDTH];
    }

    @Override
    public void accept(long platformKey, long received, long sent, long roundTrip, long retransmissions) {
        if (platformKey == 0) {
            return;
        }
        if (2 * count >= keys.length) {
            grow();
        }
        int at = place(platformKey);
        count += keys[at] == 0 ? 1 : 0;
        keys[at] = platformKey;
        int value = at * WIDTH;
        values[value + RECEIVED] = received;
        values[value + SENT] = sent;
        values[value + ROUND_TRIP] = roundTrip;
        values[value + RETRANSMISSIONS] = retransmissions;
        values[value + RATE] = rate(platformKey, received, sent);
    }

    /** Lets go of the time before, which nothing more is compared with. */
    MeasureTable finished() {
        earlier = null;
        return this;
    }

    private long rate(long platformKey, long received, long sent) {
        if (earlier == null || nanos <= earlier.nanos || received < 0 || sent < 0) {
            return UNKNOWN;
        }
        long receivedBefore = earlier.received(platformKey);
        long sentBefore = earlier.sent(platformKey);
        if (receivedBefore < 0 || sentBefore < 0) {
            return UNKNOWN;
        }
        long bytes = Math.max(0, received - receivedBefore) + Math.max(0, sent - sentBefore);
        return Math.round(bytes * NANOS_IN_SECOND / (nanos - earlier.nanos));
    }

    long received(long platformKey) {
        return value(platformKey, RECEIVED);
    }

    long sent(long platformKey) {
        return value(platformKey, SENT);
    }

    /** Returns microseconds. */
    long roundTrip(long platformKey) {
        return value(platformKey, ROUND_TRIP);
    }

    long retransmissions(long platformKey) {
        return value(platformKey, RETRANSMISSIONS);
    }

    /** Returns bytes a second in both directions. */
    long rate(long platformKey) {
        return value(platformKey, RATE);
    }

    private long value(long platformKey, int which) {
        int at = place(platformKey);
        return platformKey == 0 || keys[at] == 0 ? UNKNOWN : values[at * WIDTH + which];
    }

    /** Returns the place of this key, or the free one where it belongs. */
    private int place(long key) {
        int at = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & keys.length - 1;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] before = keys;
        long[] valuesBefore = values;
        keys = new long[before.length * 2];
        values = new long[valuesBefore.length * 2];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                int at = place(before[i]);
                keys[at] = before[i];
                System.arraycopy(valuesBefore, i * WIDTH, values, at * WIDTH, WIDTH);
            }
        }
    }
}
