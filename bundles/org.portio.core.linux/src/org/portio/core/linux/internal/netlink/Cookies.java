// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The cookies of the sockets of dumps, and nothing else of them. */
final class Cookies implements NetlinkDump.Sink {

    private long[] values;
    private int count;

    /** Some, with room for about this many. */
    Cookies(int expected) {
        values = new long[expected + expected / 4 + 8];
    }

    @Override
    public void accept(ByteBuffer message, int offset, int end) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[count++] = message.getLong(offset + RecordArray.COOKIE);
    }

    /** Returns them ascending. */
    long[] sorted() {
        Arrays.sort(values, 0, count);
        return Arrays.copyOf(values, count);
    }
}
