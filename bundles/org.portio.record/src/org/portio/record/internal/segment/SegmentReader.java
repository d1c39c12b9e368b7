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
import org.portio.record.Account;

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

    Places places() throws IOException {
        return shared.places(channel);
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
        Dictionary all = dictionary().with(places());
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

    private static Account account(Rows rows, int row, Dictionary dictionary) throws DamagedException {
        try {
            return rows.account(row, dictionary);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new DamagedException("it has values that cannot be");
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
