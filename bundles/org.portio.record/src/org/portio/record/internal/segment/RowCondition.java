// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.portio.core.Connection;
import org.portio.core.address.Endpoint;
import org.portio.record.Condition;
import org.portio.record.internal.encoding.Numbers;
import org.portio.record.internal.question.Wanted;

/** A condition, made ready for the rows of one segment: for each column that it is about, whether each number is chosen. */
final class RowCondition {

    /** If fewer rows than one in this many are left, each is looked at by itself. */
    private static final int FEW = 4;

    /** The numbers of a column that are chosen. */
    private sealed interface Table {

        void mark(Block block, long[] marks);

        boolean has(int row);
    }

    /** Any numbers; the arguments of {@link Numbers#mark}. */
    private record Several(Numbers column, byte[] wanted) implements Table {

        @Override
        public void mark(Block block, long[] marks) {
            column.mark(wanted, block.first(), block.rows(), marks);
        }

        @Override
        public boolean has(int row) {
            return column.isWanted(wanted, row);
        }
    }

    /** Numbers one after another; the arguments of {@link Numbers#markFrom}. */
    private record Neighbours(Numbers column, int from, int limit) implements Table {

        @Override
        public void mark(Block block, long[] marks) {
            column.markFrom(from, limit, block.first(), block.rows(), marks);
        }

        @Override
        public boolean has(int row) {
            int number = column.get(row);
            return number >= from && number < limit;
        }
    }

    private final List<Table> tables = new ArrayList<>();
    private boolean always;

    private RowCondition() {}

    static RowCondition of(Wanted wanted, BitSet ports, SegmentReader reader) throws IOException {
        RowCondition made = new RowCondition();
        Condition condition = wanted.condition();
        if (condition.traits() != null) {
            List<Shape> all = reader.dictionary().shapes();
            BitSet chosen = shapes(condition.traits(), all);
            made.always = chosen.cardinality() == all.size();
            made.add(Column.SHAPE, chosen, all.size(), reader);
        }
        made.addPorts(Column.LOCAL_PORT, wanted.localPorts(), ports, reader);
        made.addPorts(Column.REMOTE_PORT, wanted.remotePorts(), ports, reader);
        made.addPlaces(Column.LOCAL, condition.local(), reader);
        made.addPlaces(Column.REMOTE, condition.remote(), reader);
        return made;
    }

    private static BitSet shapes(Predicate<Connection> traits, List<Shape> all) {
        BitSet chosen = new BitSet(all.size());
        for (int i = 0; i < all.size(); i++) {
            chosen.set(i, traits.test(all.get(i).traits()));
        }
        return chosen;
    }

    private void addPorts(Column column, BitSet wanted, BitSet ports, SegmentReader reader) throws IOException {
        if (wanted != null) {
            BitSet chosen = (BitSet) wanted.clone();
            chosen.and(ports);
            add(column, chosen, ports.length(), reader);
        }
    }

    private void addPlaces(Column column, Predicate<Endpoint> wanted, SegmentReader reader) throws IOException {
        if (wanted != null) {
            Places places = reader.places(column);
            BitSet chosen = places.chosen(wanted);
            int first = chosen.nextSetBit(0);
            if (first >= 0 && chosen.nextClearBit(first) == chosen.length()) {
                // A network, in most cases.
                tables.add(new Neighbours(reader.column(column), first, chosen.length()));
            } else {
                add(column, chosen, places.count() + 1, reader);
            }
        }
    }

    /** Adds a table, unless it chooses nothing. */
    private void add(Column column, BitSet chosen, int numbers, SegmentReader reader) throws IOException {
        if (!chosen.isEmpty()) {
            byte[] wanted = new byte[Math.max(1, Integer.highestOneBit(numbers) << 1)];
            chosen.stream().forEach(number -> wanted[number] = 1);
            tables.add(new Several(reader.column(column), wanted));
        }
    }

    /** Returns whether all rows meet it. */
    boolean isAlways() {
        return always;
    }

    /** Returns whether no row meets it. */
    boolean isNever() {
        return tables.isEmpty();
    }

    /** Returns how much there is to look at in each row. */
    int effort() {
        return tables.size();
    }

    /** Returns a bit for each of the rows of a block, set if it meets the condition. */
    long[] met(Block block) {
        long[] marks = new long[(block.rows() + Long.SIZE - 1) / Long.SIZE];
        for (Table table : tables) {
            table.mark(block, marks);
        }
        return marks;
    }

    /** Clears the bits of those rows of a block that do not meet it. */
    void keep(Block block, long... marks) {
        int count = 0;
        for (long word : marks) {
            count += Long.bitCount(word);
        }
        if (count * FEW > block.rows()) {
            keepBoth(marks, met(block));
        } else {
            keepFew(block, marks);
        }
    }

    private static void keepBoth(long[] marks, long... met) {
        for (int word = 0; word < marks.length; word++) {
            marks[word] &= met[word];
        }
    }

    private void keepFew(Block block, long... marks) {
        for (int word = 0; word < marks.length; word++) {
            for (long rest = marks[word]; rest != 0; rest &= rest - 1) {
                int bit = Long.numberOfTrailingZeros(rest);
                if (!isMet(block.first() + word * Long.SIZE + bit)) {
                    marks[word] &= ~(1L << bit);
                }
            }
        }
    }

    private boolean isMet(int row) {
        for (Table table : tables) {
            if (table.has(row)) {
                return true;
            }
        }
        return false;
    }
}
