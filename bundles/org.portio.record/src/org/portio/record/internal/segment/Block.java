// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.encoding.Packer;
import org.portio.record.internal.encoding.Section;
import org.portio.record.internal.encoding.Unpacker;
import org.portio.record.internal.question.Query;

/**
 * Some rows of a closed segment that are read together. Times are in microseconds.
 *
 * @param first number of its first row in the segment
 * @param openedFirst the earliest time that one may have been opened at
 * @param openedLast the latest of the times before which none of them was opened
 * @param newest time that none was opened after
 * @param closedFirst the earliest of the times after which they had ended
 * @param closedLast the latest of them
 * @param idFirst least of the ids
 * @param idLast greatest of the ids
 */
record Block(
        int first,
        int rows,
        long openedFirst,
        long openedLast,
        long newest,
        long closedFirst,
        long closedLast,
        long idFirst,
        long idLast,
        Section times,
        Section details) {

    static Block of(int first, int count, Rows rows, Section times, Section details) {
        long[] openedEarliest = range(rows, Column.OPENED_EARLIEST, count);
        long[] closedLatest = range(rows, Column.CLOSED_LATEST, count);
        long[] ids = range(rows, Column.ID, count);
        return new Block(
                first,
                count,
                openedEarliest[0],
                openedEarliest[1],
                range(rows, Column.OPENED_LATEST, count)[1],
                closedLatest[0],
                closedLatest[1],
                ids[0],
                ids[1],
                times,
                details);
    }

    private static long[] range(Rows rows, Column column, int count) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int row = 0; row < count; row++) {
            least = Math.min(least, rows.get(column, row));
            greatest = Math.max(greatest, rows.get(column, row));
        }
        return new long[] {least, greatest};
    }

    boolean mayOverlap(Query query) {
        return query.overlaps(openedFirst, closedLast);
    }

    /** Returns whether each of its accounts is of the time asked about. */
    boolean isWithin(Query query) {
        return query.overlaps(openedLast, closedFirst);
    }

    void pack(Packer out) {
        out.number(first).number(rows);
        for (long value : new long[] {openedFirst, openedLast, newest, closedFirst, closedLast, idFirst, idLast}) {
            out.signed(value);
        }
        times.pack(out);
        details.pack(out);
    }

    static Block unpack(Unpacker in) throws DamagedException {
        return new Block(
                in.index(Integer.MAX_VALUE),
                in.index(SealedWriter.BLOCK_ROWS + 1),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                in.signed(),
                Section.unpack(in),
                Section.unpack(in));
    }
}
