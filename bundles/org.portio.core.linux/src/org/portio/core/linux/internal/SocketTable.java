// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.util.Arrays;
import java.util.List;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.linux.internal.netlink.SocketRecords;

/**
 * Rows of one snapshot in the order of the kernel, for the next snapshot to take over: a row of which nothing changed is
 * the same object there, and so a quiet machine makes no garbage. The kernel keeps its order, too, so that a row is
 * mostly found right after the one before; only if it is not, an index by cookie is made and asked.
 */
final class SocketTable {

    /** Makes the row of a record that is new or has changed. */
    @FunctionalInterface
    interface RowMaker {
        Connection make(int record, List<ProcessInfo> owners, Ownership ownership);
    }

    private static final int ABSENT = -1;

    private long[] cookies = new long[64];
    private long[] fingerprints = new long[64];
    private Connection[] rows = new Connection[64];
    private int count;
    private int next;
    private int[] index;

    /** Returns the rows so far; a copy. */
    Connection[] rows() {
        return Arrays.copyOf(rows, count);
    }

    /** Empties it, for this number of rows. */
    void reset(int expected) {
        if (cookies.length < expected) {
            int size = expected + expected / 4;
            cookies = new long[size];
            fingerprints = new long[size];
            rows = new Connection[size];
        } else {
            Arrays.fill(rows, null);
        }
        count = 0;
        next = 0;
        index = null;
    }

    /** Adds the row for this record: that of the earlier table if it still says the same, otherwise a new one. */
    void add(
            SocketTable earlier,
            SocketRecords records,
            int record,
            List<ProcessInfo> owners,
            Ownership ownership,
            RowMaker maker) {
        long cookie = records.cookie(record);
        long fingerprint = records.fingerprint(record);
        int at = earlier.find(cookie);
        Connection row = at == ABSENT ? null : earlier.rows[at];
        // Lists of owners are kept as long as they say the same, so that comparing their identity suffices.
        boolean same = row != null
                && earlier.fingerprints[at] == fingerprint
                && row.owners() == owners
                && row.ownership() == ownership;
        cookies[count] = cookie;
        fingerprints[count] = fingerprint;
        rows[count++] = same ? row : maker.make(record, owners, ownership);
    }

    /** Adds the last rows of the earlier table as they are. */
    void addLast(SocketTable earlier, int number) {
        int from = earlier.count - number;
        System.arraycopy(earlier.cookies, from, cookies, count, number);
        System.arraycopy(earlier.fingerprints, from, fingerprints, count, number);
        System.arraycopy(earlier.rows, from, rows, count, number);
        count += number;
    }

    private int find(long cookie) {
        int at = next < count && cookies[next] == cookie ? next : lookUp(cookie);
        if (at != ABSENT) {
            next = at + 1;
        }
        return at;
    }

    private int lookUp(long cookie) {
        if (index == null) {
            makeIndex();
        }
        for (int place = place(cookie); index[place] != 0; place = place + 1 & index.length - 1) {
            if (cookies[index[place] - 1] == cookie) {
                return index[place] - 1;
            }
        }
        return ABSENT;
    }

    /** Open addressing over positions, each plus one, so that 0 is a free place. */
    private void makeIndex() {
        index = new int[Integer.highestOneBit(Math.max(32, count)) << 2];
        for (int at = 0; at < count; at++) {
            int place = place(cookies[at]);
            while (index[place] != 0) {
                place = place + 1 & index.length - 1;
            }
            index[place] = at + 1;
        }
    }

    private int place(long cookie) {
        return (int) (cookie * 0x9E3779B97F4A7C15L >>> 32) & index.length - 1;
    }
}
