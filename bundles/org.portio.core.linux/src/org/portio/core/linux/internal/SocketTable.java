// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.util.Arrays;
import java.util.List;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;

/**
 * Rows of the last snapshot by the kernel's cookie. A row of which nothing changed is the same object in the next
 * snapshot: a quiet machine makes no garbage.
 */
final class SocketTable {

    /** Makes the row of a record that is new or has changed. */
    @FunctionalInterface
    interface RowMaker {
        Connection make(int record, List<ProcessInfo> owners, boolean hidden);
    }

    private long[] cookies;
    private long[] fingerprints;
    private Connection[] rows;

    SocketTable(int expected) {
        int size = Math.max(64, Integer.highestOneBit(expected) << 2);
        cookies = new long[size];
        fingerprints = new long[size];
        rows = new Connection[size];
    }

    /** Whether it is neither too small nor far too large for this number of rows. */
    boolean fits(int expected) {
        return cookies.length >= 2 * expected && cookies.length <= Math.max(64, 16 * expected);
    }

    void clear() {
        Arrays.fill(cookies, 0);
        Arrays.fill(rows, null);
    }

    /** The row for this record: that of the earlier table where it still says the same, else a new one. */
    Connection take(
            SocketTable earlier,
            SocketRecords records,
            int record,
            List<ProcessInfo> owners,
            boolean hidden,
            RowMaker maker) {
        long cookie = records.cookie(record);
        long fingerprint = records.fingerprint(record);
        int at = earlier.place(cookie);
        Connection row = earlier.rows[at];
        // Lists of owners are kept as long as they say the same, so that comparing their identity suffices.
        boolean same = row != null
                && earlier.fingerprints[at] == fingerprint
                && row.owners() == owners
                && row.ownerHidden() == hidden;
        if (!same) {
            row = maker.make(record, owners, hidden);
        }
        int place = place(cookie);
        cookies[place] = cookie;
        fingerprints[place] = fingerprint;
        rows[place] = row;
        return row;
    }

    /** Where this cookie is, or the free place where it would be. Cookies count up from 1, so 0 marks a free place. */
    private int place(long cookie) {
        int mask = cookies.length - 1;
        int at = (int) (cookie * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (cookies[at] != 0 && cookies[at] != cookie) {
            at = at + 1 & mask;
        }
        return at;
    }
}
