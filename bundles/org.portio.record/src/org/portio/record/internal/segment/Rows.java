// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.time.Duration;
import org.portio.core.Connection;
import org.portio.core.Queues;
import org.portio.core.address.Endpoint;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Traffic;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.encoding.Packer;
import org.portio.record.internal.encoding.Unpacker;
import org.portio.record.internal.question.Micros;

/** Accounts as numbers, column by column. A number that changes little is written relative to another one. */
final class Rows {

    private static final int EVIDENCE_MASK = 7;
    private static final int CLOSED_SHIFT = 3;
    private static final long OPEN = 1 << 6;
    private static final long NO_BEGIN = 1 << 7;
    private static final long NO_END = 1 << 8;
    private static final long TRAFFIC = 1 << 9;
    private static final long ROUND_TRIP_KNOWN = 1 << 10;
    private static final long QUEUES = 1 << 11;

    private final int count;
    /** Values by column and row; a column that nobody has set is null. */
    private final long[][] columns = new long[Column.values().length][];

    Rows(int count) {
        this.count = count;
    }

    long get(Column column, int row) {
        return columns[column.ordinal()][row];
    }

    void put(Column column, int row, long value) {
        column(column)[row] = value;
    }

    private long[] column(Column column) {
        if (columns[column.ordinal()] == null) {
            columns[column.ordinal()] = new long[count];
        }
        return columns[column.ordinal()];
    }

    void copy(int from, int to) {
        for (Column column : Column.values()) {
            put(column, to, column(column)[from]);
        }
    }

    boolean isOpen(int row) {
        return (get(Column.FLAGS, row) & OPEN) != 0;
    }

    /** Writes one number; those of the row that {@link Column} has before it must be set. */
    void pack(Column column, int row, Packer out) {
        out.signed(get(column, row) - base(column, row));
    }

    void unpack(Column column, int row, Unpacker in) throws DamagedException {
        put(column, row, in.signed() + base(column, row));
    }

    /** Reads a whole column, all at once, which is several times as fast. */
    void unpack(Column column, Unpacker in) throws DamagedException {
        long[] values = column(column);
        for (int row = 0; row < values.length; row++) {
            values[row] = in.signed();
        }
        switch (column) {
            case ID, OPENED_LATEST, INODE, KEY -> {
                for (int row = 1; row < values.length; row++) {
                    values[row] += values[row - 1];
                }
            }
            case OPENED_EARLIEST, CLOSED_EARLIEST, CLOSED_LATEST -> {
                for (int row = 0; row < values.length; row++) {
                    values[row] += base(column, row);
                }
            }
            default -> {
                // Written as it is.
            }
        }
    }

    /** Returns the number that this one is written relative to; it wraps around, so nothing is too far away. */
    private long base(Column column, int row) {
        return switch (column) {
            case ID, OPENED_LATEST, INODE, KEY -> row == 0 ? 0 : get(column, row - 1);
            case OPENED_EARLIEST -> has(row, NO_BEGIN) ? Micros.MIN : get(Column.OPENED_LATEST, row);
            case CLOSED_EARLIEST -> has(row, OPEN) ? Micros.MAX : get(Column.OPENED_LATEST, row);
            case CLOSED_LATEST -> has(row, OPEN | NO_END) ? Micros.MAX : get(Column.CLOSED_EARLIEST, row);
            default -> 0;
        };
    }

    private boolean has(int row, long flags) {
        return (get(Column.FLAGS, row) & flags) != 0;
    }

    /** Sets all columns; addresses have numbers from 1 on, and 0 stands for none. */
    void set(int row, Account account, Pool pool) {
        Connection connection = account.connection();
        put(Column.ID, row, account.id());
        put(Column.SHAPE, row, pool.shape(account));
        put(Column.LOCAL, row, pool.place(connection.local()) + 1);
        put(Column.LOCAL_PORT, row, connection.local().port());
        Endpoint remote = connection.remote();
        put(Column.REMOTE, row, remote == null ? 0 : pool.place(remote) + 1);
        put(Column.REMOTE_PORT, row, remote == null ? 0 : remote.port());
        put(Column.INODE, row, connection.inode());
        put(Column.KEY, row, connection.platformKey());
        long flags = times(row, account) | traffic(row, account.traffic()) | queues(row, connection.queues());
        put(Column.FLAGS, row, flags);
    }

    private long times(int row, Account account) {
        Moment opened = account.opened();
        Moment closed = account.closed();
        long openedEarliest = Micros.of(opened.earliest());
        long closedLatest = closed == null ? Micros.MAX : Micros.of(closed.latest());
        put(Column.OPENED_LATEST, row, Micros.of(opened.latest()));
        put(Column.OPENED_EARLIEST, row, openedEarliest);
        put(Column.CLOSED_EARLIEST, row, closed == null ? Micros.MAX : Micros.of(closed.earliest()));
        put(Column.CLOSED_LATEST, row, closedLatest);
        return opened.evidence().ordinal()
                | (closed == null ? OPEN : (long) closed.evidence().ordinal() << CLOSED_SHIFT)
                | (openedEarliest == Micros.MIN ? NO_BEGIN : 0)
                | (closedLatest == Micros.MAX ? NO_END : 0);
    }

    private long traffic(int row, Traffic traffic) {
        if (traffic == null) {
            put(Column.SENT, row, 0);
            put(Column.RECEIVED, row, 0);
            put(Column.ROUND_TRIP, row, 0);
            put(Column.RETRANSMISSIONS, row, 0);
            return 0;
        }
        Duration roundTrip = traffic.minimumRoundTrip();
        put(Column.SENT, row, traffic.bytesSent());
        put(Column.RECEIVED, row, traffic.bytesReceived());
        put(Column.ROUND_TRIP, row, roundTrip == null ? 0 : roundTrip.toNanos());
        put(Column.RETRANSMISSIONS, row, traffic.retransmissions());
        return TRAFFIC | (roundTrip == null ? 0 : ROUND_TRIP_KNOWN);
    }

    private long queues(int row, Queues queues) {
        put(Column.QUEUE_IN, row, queues == null ? 0 : queues.receive());
        put(Column.QUEUE_OUT, row, queues == null ? 0 : queues.send());
        return queues == null ? 0 : QUEUES;
    }

    /** Makes the account of a row again, all columns of which are known. */
    Account account(int row, Names names) throws DamagedException {
        Shape shape = names.shape(get(Column.SHAPE, row));
        return new Account(
                get(Column.ID, row),
                connection(row, shape, names),
                shape.role(),
                moment(row, Column.OPENED_EARLIEST, Column.OPENED_LATEST, 0),
                isOpen(row) ? null : moment(row, Column.CLOSED_EARLIEST, Column.CLOSED_LATEST, CLOSED_SHIFT),
                shape.states(),
                shape.directories(),
                traffic(row));
    }

    private Connection connection(int row, Shape shape, Names names) throws DamagedException {
        Endpoint remote = shape.hasPeer() ? end(row, Column.REMOTE, port(row, Column.REMOTE_PORT), names) : null;
        return shape.traits()
                .with()
                .local(end(row, Column.LOCAL, port(row, Column.LOCAL_PORT), names))
                .remote(remote)
                .queues(has(row, QUEUES) ? new Queues(get(Column.QUEUE_IN, row), get(Column.QUEUE_OUT, row)) : null)
                .inode(get(Column.INODE, row))
                .platformKey(get(Column.KEY, row))
                .build();
    }

    private Endpoint end(int row, Column column, int port, Names names) throws DamagedException {
        Endpoint place = names.place(column, get(column, row) - 1);
        return new Endpoint(place.address(), port, place.netInterface());
    }

    private int port(int row, Column column) throws DamagedException {
        long port = get(column, row);
        if (port < 0 || port > 0xffff) {
            throw new DamagedException("a port cannot be");
        }
        return (int) port;
    }

    private Moment moment(int row, Column earliest, Column latest, int shift) throws DamagedException {
        int evidence = (int) (get(Column.FLAGS, row) >> shift) & EVIDENCE_MASK;
        if (evidence >= Evidence.values().length || get(latest, row) < get(earliest, row)) {
            throw new DamagedException("a time cannot be");
        }
        return new Moment(
                Micros.instant(get(earliest, row)), Micros.instant(get(latest, row)), Evidence.values()[evidence]);
    }

    private Traffic traffic(int row) {
        if (!has(row, TRAFFIC)) {
            return null;
        }
        Duration roundTrip = has(row, ROUND_TRIP_KNOWN) ? Duration.ofNanos(get(Column.ROUND_TRIP, row)) : null;
        return new Traffic(
                get(Column.SENT, row), get(Column.RECEIVED, row), roundTrip, get(Column.RETRANSMISSIONS, row));
    }
}
