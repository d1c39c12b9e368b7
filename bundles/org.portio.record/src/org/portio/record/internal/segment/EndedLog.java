// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.encoding.Packer;
import org.portio.record.internal.encoding.Unpacker;

/**
 * A log that nobody writes into any more. Of each socket it keeps the account that was told last, in some 60 bytes, and makes it when it is
 * asked for: as objects, those of one log would take 80 MB. From one thread.
 */
public final class EndedLog {

    /** Bits of a place that tell where it is in its piece. */
    private static final int WITHIN = 16;
    /** The longest that a row can be. */
    private static final int LONGEST = 10 * Column.values().length;

    /** Packed rows. */
    private final List<Packer> pieces = new ArrayList<>();

    private final IdPlaces places = new IdPlaces();
    private final Set<Long> again = new HashSet<>();
    private final List<Act> acts = new ArrayList<>();
    private final TreeMap<Instant, Coverage> coverage = new TreeMap<>();
    private final LogParser parser = new LogParser(new Packing());
    /** A row for what is being packed or made. */
    private final Rows one = new Rows(1);

    private Names names;

    private EndedLog() {}

    /**
     * Reads one.
     *
     * @throws OtherVersionException if this version of PortIO does not know its format
     */
    public static EndedLog read(Path file) throws IOException {
        EndedLog log = new EndedLog();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            log.parser.read(channel);
        }
        return log;
    }

    /** Returns whether a block is there in full and wrong, which no crash of the writer leaves. */
    public boolean isDamaged() {
        return parser.isDamaged();
    }

    /** Returns when the segment began; the beginning of the epoch if not even that could be read. */
    public Instant began() {
        return parser.began();
    }

    /** Returns the stretches that were watched, by time. */
    public List<Coverage> coverage() {
        return List.copyOf(coverage.values());
    }

    /** Returns whether it has this account, by its id. */
    public boolean has(long id) {
        return places.get(id) >= 0;
    }

    /**
     * Returns the segment that it becomes, with all accounts that have an end.
     *
     * @param withOpen chooses others that it has as well, by their ids
     */
    public Segment segment(Instant ended, LongPredicate withOpen) {
        return new Segment(began(), ended, accounts(withOpen), again, acts, coverage());
    }

    private List<Account> accounts(LongPredicate withOpen) {
        int[] chosen = places.stream()
                .filter(place -> !isOpen(place) || withOpen.test(account(place).id()))
                .toArray();
        return new AbstractList<>() {

            @Override
            public Account get(int index) {
                return account(chosen[index]);
            }

            @Override
            public int size() {
                return chosen.length;
            }
        };
    }

    private Unpacker at(int place) {
        Packer piece = pieces.get(place >>> WITHIN);
        int from = place & (1 << WITHIN) - 1;
        return new Unpacker(piece.buffer(), from, piece.size() - from);
    }

    /** Returns the one row, filled with what is there. */
    private Rows rows(int place) {
        try {
            Unpacker in = at(place);
            for (Column column : Column.values()) {
                one.unpack(column, 0, in);
            }
            return one;
        } catch (DamagedException e) {
            throw changed(e);
        }
    }

    private boolean isOpen(int place) {
        return rows(place).isOpen(0);
    }

    private Account account(int place) {
        try {
            return rows(place).account(0, names);
        } catch (DamagedException e) {
            throw changed(e);
        }
    }

    /** Returns the failure of something that could be made before. */
    private static UncheckedIOException changed(DamagedException cause) {
        return new UncheckedIOException("an account in memory has changed", cause);
    }

    /** Keeps each account as it is in a row of its own. */
    private final class Packing implements LogParser.Target {

        @Override
        public void account(Rows rows, int row, Names all, boolean toldAgain) throws DamagedException {
            // Fails, as it would later, if the numbers make no sense.
            long id = rows.account(row, all).id();
            names = all;
            for (Column column : Column.values()) {
                one.put(column, 0, rows.get(column, row));
            }
            if (pieces.isEmpty() || pieces.getLast().size() > (1 << WITHIN) - LONGEST) {
                pieces.add(new Packer());
            }
            places.put(id, pieces.size() - 1 << WITHIN | pieces.getLast().size());
            for (Column column : Column.values()) {
                one.pack(column, 0, pieces.getLast());
            }
            if (toldAgain) {
                again.add(id);
            }
        }

        @Override
        public void act(Act act) {
            acts.add(act);
        }

        @Override
        public void coverage(Coverage piece) {
            coverage.put(piece.from(), piece);
        }
    }
}
