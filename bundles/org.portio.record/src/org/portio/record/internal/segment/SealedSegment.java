// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.Question;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.question.Group;
import org.portio.record.internal.question.Newest;
import org.portio.record.internal.question.OpenFiles;
import org.portio.record.internal.question.Part;
import org.portio.record.internal.question.Query;
import org.portio.record.internal.question.Superseded;

/** A closed segment. Its footer is kept in memory; the rest is read from the file when a question needs it. From any thread. */
public final class SealedSegment implements Part {

    private final Path file;
    private final Footer footer;
    private final Shared shared;

    private SealedSegment(Path file, Footer footer) {
        this.file = file;
        this.footer = footer;
        this.shared = new Shared(footer);
    }

    /**
     * Opens a segment.
     *
     * @throws DamagedException if its footer is not as it was written
     * @throws IOException if it cannot be read, or its format is not known to this version of PortIO
     */
    public static SealedSegment open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new SealedSegment(file, Footer.read(channel));
        } catch (DamagedException e) {
            throw e.in(file);
        }
    }

    public Path file() {
        return file;
    }

    public Instant began() {
        return footer.began();
    }

    public Instant ended() {
        return footer.ended();
    }

    public int count() {
        return footer.accounts();
    }

    /** Returns the greatest id of its accounts; the least number there is if it has none. */
    public long lastId() {
        return footer.blocks().stream().mapToLong(Block::idLast).max().orElse(Long.MIN_VALUE);
    }

    @Override
    public List<Act> acts() {
        return footer.acts();
    }

    @Override
    public Collection<Coverage> coverage() {
        return footer.coverage();
    }

    @Override
    public Set<Long> toldAgain() {
        return footer.again();
    }

    @Override
    public Matches find(Query query, Superseded superseded, OpenFiles files) throws IOException {
        if (!footer.mayMatch(query)) {
            return new Matches(0, List.of());
        }
        SegmentReader reader = open();
        boolean kept = files.keep(reader);
        try {
            return find(RowChoice.of(query, superseded, footer.ports(), reader), reader, kept);
        } catch (DamagedException e) {
            throw e.in(file);
        } finally {
            if (!kept) {
                reader.close();
            }
        }
    }

    private Matches find(RowChoice choice, SegmentReader reader, boolean kept) throws IOException {
        long total = 0;
        List<Group> groups = new ArrayList<>();
        for (Block block : choice.isEmpty() ? List.<Block>of() : footer.blocks()) {
            int count = choice.count(block, reader);
            total += count;
            if (count > 0) {
                groups.add(new BlockGroup(block, choice, kept ? reader : null));
            }
        }
        return new Matches(total, groups);
    }

    private SegmentReader open() throws IOException {
        return new SegmentReader(FileChannel.open(file, StandardOpenOption.READ), shared);
    }

    /** Returns all accounts that no later part tells anew. */
    public List<Account> accounts(Superseded superseded) throws IOException {
        List<Account> accounts = new ArrayList<>(footer.accounts());
        Query all = Query.of(Question.between(Instant.MIN, Instant.MAX));
        try (SegmentReader reader = open()) {
            RowChoice choice = RowChoice.of(all, superseded, footer.ports(), reader);
            for (Block block : footer.blocks()) {
                accounts.addAll(reader.accounts(block, reader.times(block), choice.rows(block, reader)));
            }
        } catch (DamagedException e) {
            throw e.in(file);
        }
        return accounts;
    }

    /** Something that is read from the file. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(SegmentReader reader) throws IOException;
    }

    /** The rows of a block that match. */
    private final class BlockGroup implements Group {

        private final Block block;
        private final RowChoice choice;
        /** Null if the file has not stayed open. */
        private final SegmentReader kept;
        /** The times of the rows, from the offer on, as long as there is memory for them; null before. */
        private SoftReference<Rows> offered;

        BlockGroup(Block block, RowChoice choice, SegmentReader kept) {
            this.block = block;
            this.choice = choice;
            this.kept = kept;
        }

        private <T> T read(Reading<T> reading) throws IOException {
            try {
                if (kept != null) {
                    return reading.of(kept);
                }
                try (SegmentReader reader = open()) {
                    return reading.of(reader);
                }
            } catch (DamagedException e) {
                throw e.in(file);
            }
        }

        @Override
        public long newest() {
            return block.newest();
        }

        @Override
        public void offer(Newest newest) throws IOException {
            BitSet matching = read(reader -> choice.rows(block, reader));
            Rows times = read(reader -> reader.times(block));
            offered = new SoftReference<>(times);
            matching.stream()
                    .forEach(row ->
                            newest.offer(times.get(Column.OPENED_LATEST, row), times.get(Column.ID, row), this, row));
        }

        @Override
        public List<Account> accounts(List<Integer> rows) throws IOException {
            BitSet wanted = new BitSet();
            rows.forEach(wanted::set);
            Rows times = offered == null ? null : offered.get();
            return read(reader -> reader.accounts(block, times == null ? reader.times(block) : times, wanted));
        }
    }
}
