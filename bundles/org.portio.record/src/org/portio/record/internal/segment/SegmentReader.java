// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.portio.core.address.Endpoint;
import org.portio.record.Account;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.encoding.Numbers;
import org.portio.record.internal.encoding.Unpacker;

/** Reads parts of a closed segment, each when it is first needed. From any thread. */
final class SegmentReader implements Closeable {

    private final FileChannel channel;
    private final Shared shared;

    SegmentReader(FileChannel channel, Shared shared) {
        this.channel = channel;
        this.shared = shared;
    }

    Dictionary dictionary() throws IOException {
        return shared.dictionary(channel);
    }

    /** Returns the addresses of one of {@link Column#PLACES}. */
    Places places(Column column) throws IOException {
        return shared.places(column, channel);
    }

    /** Returns one of {@link Column#CHOICE} of all rows. */
    Numbers column(Column column) throws IOException {
        return shared.column(column, channel);
    }

    /** Returns the columns of a block that tell times. */
    Rows times(Block block) throws IOException {
        Rows rows = new Rows(block.rows());
        unpack(Column.TIMES, rows, new Unpacker(block.times().read(channel)));
        return rows;
    }

    /**
     * Makes the accounts of these rows of a block.
     *
     * @param rows with the times of the block; the other columns are read into it
     */
    List<Account> accounts(Block block, Rows rows, BitSet wanted) throws IOException {
        Unpacker in = new Unpacker(block.details().read(channel));
        Names all = new SegmentNames(dictionary(), places(Column.LOCAL), places(Column.REMOTE));
        unpack(Column.DETAILS, rows, in);
        List<Account> accounts = new ArrayList<>();
        for (int row = wanted.nextSetBit(0); row >= 0; row = wanted.nextSetBit(row + 1)) {
            for (Column column : Column.CHOICE) {
                rows.put(column, row, column(column).get(block.first() + row));
            }
            accounts.add(account(rows, row, all));
        }
        return accounts;
    }

    private static Account account(Rows rows, int row, Names names) throws DamagedException {
        try {
            return rows.account(row, names);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new DamagedException("it has values that cannot be");
        }
    }

    /** The dictionaries of the segment. */
    private record SegmentNames(Dictionary dictionary, Places local, Places remote) implements Names {

        @Override
        public Shape shape(long number) throws DamagedException {
            return dictionary.shape(number);
        }

        @Override
        public Endpoint place(Column column, long number) throws DamagedException {
            return (column == Column.LOCAL ? local : remote).get(number);
        }
    }

    private static void unpack(Set<Column> columns, Rows rows, Unpacker in) throws DamagedException {
        for (Column column : columns) {
            rows.unpack(column, in);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
