// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongPredicate;
import org.portio.record.Account;
import org.portio.record.Question;
import org.portio.record.internal.question.Answering;
import org.portio.record.internal.question.Query;

/**
 * Chooses rows of a segment for a query, and reads of each block only what is needed for that: nothing if all of its rows
 * match, ports and shapes otherwise, times only at the ends of the time asked about.
 */
final class RowChoice {

    private final Query query;
    private final LongPredicate superseded;
    /** The shapes that have the traits asked for; null for all. */
    private final boolean[] shapes;

    private RowChoice(Query query, LongPredicate superseded, boolean[] shapes) {
        this.query = query;
        this.superseded = superseded;
        this.shapes = shapes;
    }

    static RowChoice of(Query query, LongPredicate superseded, SegmentReader reader) throws IOException {
        return new RowChoice(query, superseded, shapes(query, reader));
    }

    private static boolean[] shapes(Query query, SegmentReader reader) throws IOException {
        if (query.traits() == Question.ANY) {
            return null;
        }
        List<Shape> all = reader.dictionary().shapes();
        boolean[] wanted = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            wanted[i] = query.traits().test(all.get(i).traits());
        }
        return wanted;
    }

    /** Returns whether no row can match, by what sockets have in common. */
    boolean isEmpty() {
        if (shapes == null) {
            return false;
        }
        for (boolean wanted : shapes) {
            if (wanted) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many rows of a block match. */
    int count(Block block, SegmentReader reader) throws IOException {
        if (!block.mayOverlap(query)) {
            return 0;
        }
        if (!block.isWithin(query) || superseded != Answering.NONE || !query.isWithoutFilter()) {
            return rows(block, reader).cardinality();
        }
        if (query.ports() == null) {
            return shapes == null ? block.rows() : countShapes(block, reader.shapes());
        }
        char[] local = reader.localPorts();
        char[] remote = reader.remotePorts();
        return shapes == null ? countPorts(block, local, remote) : countBoth(block, local, remote, reader.shapes());
    }

    // Loops of their own, each of which the compiler makes fast: a question counts millions of rows.

    private int countShapes(Block block, int[] all) {
        int count = 0;
        for (int row = block.first(); row < block.first() + block.rows(); row++) {
            count += shapes[all[row]] ? 1 : 0;
        }
        return count;
    }

    private int countPorts(Block block, char[] local, char[] remote) {
        boolean[] wanted = query.ports();
        int count = 0;
        for (int row = block.first(); row < block.first() + block.rows(); row++) {
            count += wanted[local[row]] | wanted[remote[row]] ? 1 : 0;
        }
        return count;
    }

    private int countBoth(Block block, char[] local, char[] remote, int[] all) {
        boolean[] wanted = query.ports();
        int count = 0;
        for (int row = block.first(); row < block.first() + block.rows(); row++) {
            count += shapes[all[row]] & (wanted[local[row]] | wanted[remote[row]]) ? 1 : 0;
        }
        return count;
    }

    /** Returns the rows of a block that match, counted from its first one. */
    BitSet rows(Block block, SegmentReader reader) throws IOException {
        BitSet rows = new BitSet(block.rows());
        if (!block.mayOverlap(query)) {
            return rows;
        }
        rows.set(0, block.rows());
        byPort(rows, block, reader);
        byShape(rows, block, reader);
        if (!rows.isEmpty() && (superseded != Answering.NONE || !block.isWithin(query))) {
            byTime(rows, reader.times(block));
        }
        if (!rows.isEmpty() && !query.isWithoutFilter()) {
            byFilter(rows, block, reader);
        }
        return rows;
    }

    private void byPort(BitSet rows, Block block, SegmentReader reader) throws IOException {
        boolean[] wanted = query.ports();
        if (wanted == null) {
            return;
        }
        char[] local = reader.localPorts();
        char[] remote = reader.remotePorts();
        long[] words = new long[(block.rows() + Long.SIZE - 1) / Long.SIZE];
        for (int row = 0; row < block.rows(); row++) {
            if (wanted[local[block.first() + row]] | wanted[remote[block.first() + row]]) {
                words[row / Long.SIZE] |= 1L << row;
            }
        }
        rows.and(BitSet.valueOf(words));
    }

    private void byShape(BitSet rows, Block block, SegmentReader reader) throws IOException {
        if (shapes == null) {
            return;
        }
        int[] all = reader.shapes();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!shapes[all[block.first() + row]]) {
                rows.clear(row);
            }
        }
    }

    private void byTime(BitSet rows, Rows times) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!query.overlaps(times.get(Column.OPENED_EARLIEST, row), times.get(Column.CLOSED_LATEST, row))
                    || superseded.test(times.get(Column.ID, row))) {
                rows.clear(row);
            }
        }
    }

    private void byFilter(BitSet rows, Block block, SegmentReader reader) throws IOException {
        List<Account> accounts = reader.accounts(block, reader.times(block), rows);
        int next = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!query.filter(accounts.get(next++).connection())) {
                rows.clear(row);
            }
        }
    }
}
