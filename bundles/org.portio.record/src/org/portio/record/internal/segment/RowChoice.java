// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.portio.record.Account;
import org.portio.record.internal.question.Query;
import org.portio.record.internal.question.Superseded;
import org.portio.record.internal.question.Wanted;

/**
 * Chooses rows of a segment for a query, and reads of each block only what is needed for that: nothing if all of its rows
 * match, columns of numbers otherwise, times only at the ends of the time asked about.
 */
final class RowChoice {

    private final Query query;
    private final Superseded superseded;
    /** Conditions that some rows meet and others do not; empty also if no row can match. */
    private final List<RowCondition> conditions = new ArrayList<>();

    private boolean empty;

    private RowChoice(Query query, Superseded superseded) {
        this.query = query;
        this.superseded = superseded;
    }

    /**
     * Creates one for a segment.
     *
     * @param ports those that its accounts have at either end
     */
    static RowChoice of(Query query, Superseded superseded, BitSet ports, SegmentReader reader) throws IOException {
        RowChoice choice = new RowChoice(query, superseded);
        for (Wanted wanted : query.wanted()) {
            RowCondition condition = RowCondition.of(wanted, ports, reader);
            choice.empty |= condition.isNever();
            if (!condition.isAlways()) {
                choice.conditions.add(condition);
            }
        }
        choice.conditions.sort(Comparator.comparingInt(RowCondition::effort));
        return choice;
    }

    /** Returns whether no row can match, by what its sockets have in common. */
    boolean isEmpty() {
        return empty;
    }

    /** Returns how many rows of a block match. */
    int count(Block block, SegmentReader reader) throws IOException {
        if (!block.mayOverlap(query)) {
            return 0;
        }
        if (needsTimes(block) || !query.isWithoutFilter()) {
            return rows(block, reader).cardinality();
        }
        return conditions.isEmpty() ? block.rows() : count(met(block));
    }

    private boolean needsTimes(Block block) {
        return !block.isWithin(query) || superseded.hasWithin(block.idFirst(), block.idLast());
    }

    /** Returns a bit for each row, set if it meets all conditions, of which there are some. */
    private long[] met(Block block) {
        long[] met = conditions.getFirst().met(block);
        for (int i = 1; i < conditions.size(); i++) {
            conditions.get(i).keep(block, met);
        }
        return met;
    }

    private static int count(long... met) {
        int count = 0;
        for (long word : met) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** Returns the rows of a block that match, counted from its first one. */
    BitSet rows(Block block, SegmentReader reader) throws IOException {
        if (empty || !block.mayOverlap(query)) {
            return new BitSet();
        }
        BitSet rows = conditions.isEmpty() ? all(block) : BitSet.valueOf(met(block));
        if (!rows.isEmpty() && needsTimes(block)) {
            byTime(rows, reader.times(block));
        }
        if (!rows.isEmpty() && !query.isWithoutFilter()) {
            byFilter(rows, block, reader);
        }
        return rows;
    }

    private static BitSet all(Block block) {
        BitSet rows = new BitSet(block.rows());
        rows.set(0, block.rows());
        return rows;
    }

    private void byTime(BitSet rows, Rows times) {
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (!query.overlaps(times.get(Column.OPENED_EARLIEST, row), times.get(Column.CLOSED_LATEST, row))
                    || superseded.has(times.get(Column.ID, row))) {
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
