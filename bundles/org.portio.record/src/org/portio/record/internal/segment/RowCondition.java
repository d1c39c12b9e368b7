// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.portio.core.Connection;
import org.portio.core.address.Endpoint;
import org.portio.record.Condition;
import org.portio.record.internal.question.Wanted;

/** A condition, made ready for the rows of one segment: for each column that it is about, whether each number is chosen. */
final class RowCondition {

    private record Table(Numbers column, boolean[] wanted) {

        boolean isWholly(boolean value) {
            for (boolean one : wanted) {
                if (one != value) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Table> tables = new ArrayList<>();
    private boolean always;

    private RowCondition() {}

    static RowCondition of(Wanted wanted, SegmentReader reader) throws IOException {
        RowCondition made = new RowCondition();
        Condition condition = wanted.condition();
        if (condition.traits() != null) {
            Table table = new Table(reader.column(Column.SHAPE), shapes(condition.traits(), reader));
            made.always = table.isWholly(true);
            made.add(table);
        }
        made.addPorts(Column.LOCAL_PORT, wanted.localPorts(), reader);
        made.addPorts(Column.REMOTE_PORT, wanted.remotePorts(), reader);
        made.addPlaces(Column.LOCAL, condition.local(), reader);
        made.addPlaces(Column.REMOTE, condition.remote(), reader);
        return made;
    }

    private static boolean[] shapes(Predicate<Connection> traits, SegmentReader reader) throws IOException {
        List<Shape> all = reader.dictionary().shapes();
        boolean[] wanted = new boolean[all.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = traits.test(all.get(i).traits());
        }
        return wanted;
    }

    private void addPorts(Column column, boolean[] wanted, SegmentReader reader) throws IOException {
        if (wanted != null) {
            tables.add(new Table(reader.column(column), wanted));
        }
    }

    private void addPlaces(Column column, Predicate<Endpoint> wanted, SegmentReader reader) throws IOException {
        if (wanted != null) {
            add(new Table(reader.column(column), reader.places().chosen(wanted)));
        }
    }

    /** Adds a table, unless it chooses nothing. */
    private void add(Table table) {
        if (!table.isWholly(false)) {
            tables.add(table);
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

    /** Returns whether each of the rows of a block meets it. */
    boolean[] met(Block block) {
        boolean[] marks = new boolean[block.rows()];
        for (Table table : tables) {
            table.column().mark(table.wanted(), block.first(), marks);
        }
        return marks;
    }
}
