// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.portio.record.Account;

/** Reads parts of a closed segment, each when it is first needed. From one thread. */
final class SegmentReader implements AutoCloseable {

    private final FileChannel channel;
    private final Shared shared;

    SegmentReader(FileChannel channel, Shared shared) {
        this.channel = channel;
        this.shared = shared;
    }

    Dictionary dictionary() throws IOException {
        return shared.dictionary(channel);
    }

    /** Returns the local ports of all rows. */
    char[] localPorts() throws IOException {
        return shared.localPorts(channel);
    }

    char[] remotePorts() throws IOException {
        return shared.remotePorts(channel);
    }

    /** Returns the numbers of the shapes of all rows. */
    int[] shapes() throws IOException {
        return shared.shapes(channel);
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
        Dictionary all = dictionary().withoutPlaces();
        all.readAll(new Unpacker(in.block()));
        unpack(Column.DETAILS, rows, in);
        char[] local = localPorts();
        char[] remote = remotePorts();
        int[] shapes = shapes();
        List<Account> accounts = new ArrayList<>();
        for (int row = wanted.nextSetBit(0); row >= 0; row = wanted.nextSetBit(row + 1)) {
            rows.put(Column.LOCAL_PORT, row, local[block.first() + row]);
            rows.put(Column.REMOTE_PORT, row, remote[block.first() + row]);
            rows.put(Column.SHAPE, row, shapes[block.first() + row]);
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
