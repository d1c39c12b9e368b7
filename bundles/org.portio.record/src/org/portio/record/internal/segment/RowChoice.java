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
    private final BitSet shapes;

    private RowChoice(Query query, LongPredicate superseded, BitSet shapes) {
        this.query = query;
        this.superseded = superseded;
        this.shapes = shapes;
    }

    static RowChoice of(Query query, LongPredicate superseded, SegmentReader reader) throws IOException {
        return new RowChoice(query, superseded, shapes(query, reader));
    }

    private static BitSet shapes(Query query, SegmentReader reader) throws IOException {
        if (query.traits() == Question.ANY) {
            return null;
        }
        List<Shape> all = reader.dictionary().shapes();
        BitSet wanted = new BitSet(all.size());
        for (int i = 0; i < all.size(); i++) {
            wanted.set(i, query.traits().test(all.get(i).traits()));
        }
        return wanted;
    }

    /** Returns whether no row can match, by what sockets have in common. */
    boolean isEmpty() {
        return shapes != null && shapes.isEmpty();
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
        byte[] local = reader.localPorts();
        byte[] remote = reader.remotePorts();
        rows.clear();
        for (int row = 0; row < block.rows(); row++) {
            if (wanted[SegmentReader.port(local, block.first() + row)]
                    | wanted[SegmentReader.port(remote, block.first() + row)]) {
                rows.set(row);
            }
        }
    }

    private void byShape(BitSet rows, Block block, SegmentReader reader) throws IOException {
        if (shapes == null) {
            return;
        }
        byte[] all = reader.shapes();
        int width = reader.shapeWidth();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!shapes.get(SegmentReader.shape(all, width, block.first() + row))) {
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
        List<Account> accounts = reader.accounts(block, rows);
        int next = 0;
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!query.filter(accounts.get(next++).connection())) {
                rows.clear(row);
            }
        }
    }
}
