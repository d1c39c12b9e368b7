// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.address.Endpoint;
import org.portio.record.Account;
import org.portio.record.internal.encoding.FileOutput;
import org.portio.record.internal.encoding.Magic;
import org.portio.record.internal.encoding.Numbers;
import org.portio.record.internal.encoding.Packer;
import org.portio.record.internal.encoding.Section;
import org.portio.record.internal.question.Micros;

/**
 * Writes a closed segment: blocks of accounts, deflated; the columns by which questions choose, for all of them; the
 * dictionaries; the footer. Accounts that lived about as long lie together, by when they ended, so that a
 * short time is in few blocks.
 */
public final class SealedWriter {

    static final int BLOCK_ROWS = 128;
    /** Bytes at the end of a file: the section of the footer, and the magic number again. */
    static final int TRAILER = 8 + 4 + 4 + 4 + Magic.LENGTH;

    /** The end of the name of a file that is being written. */
    public static final String UNFINISHED = ".tmp";

    private final FileOutput file;
    private final Packer entries = new Packer();
    /** Addresses by the number of the pool; in the file, each column has numbers of its own, in their order. */
    private final List<Endpoint> places = new ArrayList<>();

    private final Pool pool = new Pool(entries, places::add);
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Column, int[]> choice = new EnumMap<>(Column.class);
    private final BitSet ports = new BitSet();

    private SealedWriter(FileOutput file, int accounts) {
        this.file = file;
        Column.CHOICE.forEach(column -> choice.put(column, new int[accounts]));
    }

    /** Writes a segment whole, or not at all; one of the same name is replaced. */
    public static void write(Path target, Segment segment) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        FileOutput.write(
                unfinished, file -> new SealedWriter(file, segment.accounts().size()).write(segment));
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void write(Segment segment) throws IOException {
        file.add(Magic.SEGMENT.bytes(), Magic.LENGTH);
        addBlocks(segment.accounts());
        Packer trailer = new Packer();
        Section section = Section.deflated(footer(segment), file);
        trailer.fixed((int) section.offset(), 4).fixed((int) (section.offset() >>> 32), 4);
        trailer.fixed(section.length(), 4).fixed(section.raw(), 4).fixed(section.checksum(), 4);
        file.add(trailer.raw(Magic.SEGMENT.bytes(), Magic.LENGTH));
    }

    /** The place of an account in the list, with what it is sorted by: the accounts themselves need not be in memory. */
    private record Key(int lifeClass, long ended, long id, int place) {}

    private void addBlocks(List<Account> accounts) throws IOException {
        Key[] keys = new Key[accounts.size()];
        for (int i = 0; i < keys.length; i++) {
            Account account = accounts.get(i);
            keys[i] = new Key(lifeClass(account), ended(account), account.id(), i);
        }
        Arrays.sort(
                keys,
                Comparator.comparingInt(Key::lifeClass)
                        .thenComparingLong(Key::ended)
                        .thenComparingLong(Key::id));
        for (int first = 0; first < keys.length; first += BLOCK_ROWS) {
            List<Account> some = new ArrayList<>(BLOCK_ROWS);
            for (int i = first; i < Math.min(first + BLOCK_ROWS, keys.length); i++) {
                some.add(accounts.get(keys[i].place()));
            }
            addBlock(first, some);
        }
    }

    private static long ended(Account account) {
        return account.isOpen() ? Micros.MAX : Micros.of(account.closed().latest());
    }

    /** Returns a number that is the same for lives of about the same length. */
    private static int lifeClass(Account account) {
        long length = ended(account) - Micros.of(account.opened().earliest());
        // A beginning or an end that is not known makes it overflow, or very long.
        return length < 0 ? 64 : (64 - Long.numberOfLeadingZeros(length / 8_000_000)) / 3;
    }

    private void addBlock(int first, List<Account> accounts) throws IOException {
        Rows rows = new Rows(accounts.size());
        for (int row = 0; row < accounts.size(); row++) {
            rows.set(row, accounts.get(row), pool);
            addChoice(first + row, rows, row);
        }
        Section times = Section.deflated(columns(Column.TIMES, rows, accounts.size()), file);
        Section details = Section.deflated(columns(Column.DETAILS, rows, accounts.size()), file);
        blocks.add(Block.of(first, accounts.size(), rows, times, details));
    }

    private void addChoice(int number, Rows rows, int row) {
        choice.forEach((column, numbers) -> numbers[number] = (int) rows.get(column, row));
        ports.set((int) rows.get(Column.LOCAL_PORT, row));
        ports.set((int) rows.get(Column.REMOTE_PORT, row));
    }

    private void addColumns(Map<Column, Section> columns, Map<Column, Section> ofPlaces) throws IOException {
        for (Column column : Column.CHOICE) {
            int[] numbers = choice.get(column);
            if (Column.PLACES.contains(column)) {
                SortedPlaces sorted = SortedPlaces.of(numbers, places);
                ofPlaces.put(column, Section.deflated(sorted.packed(), file));
                columns.put(column, Section.deflated(Numbers.packed(sorted.numbers()), file));
            } else {
                // Most questions are about these, and can read them as they are.
                columns.put(column, Section.plain(Numbers.packed(numbers), file));
            }
        }
    }

    private static Packer columns(Set<Column> columns, Rows rows, int count) {
        Packer packed = new Packer();
        for (Column column : columns) {
            for (int row = 0; row < count; row++) {
                rows.pack(column, row, packed);
            }
        }
        return packed;
    }

    private Packer footer(Segment segment) throws IOException {
        Map<Column, Section> columns = new EnumMap<>(Column.class);
        Map<Column, Section> ofPlaces = new EnumMap<>(Column.class);
        addColumns(columns, ofPlaces);
        Section dictionary = Section.deflated(entries, file);
        Packer footer = new Packer();
        footer.signed(Micros.of(segment.began())).signed(Micros.of(segment.ended()));
        footer.number(segment.accounts().size()).block(ports.toByteArray());
        columns.values().forEach(section -> section.pack(footer));
        ofPlaces.values().forEach(section -> section.pack(footer));
        dictionary.pack(footer);
        footer.number(segment.again().size());
        segment.again().forEach(footer::signed);
        footer.number(segment.acts().size());
        segment.acts().forEach(act -> Notes.pack(act, footer));
        footer.number(segment.coverage().size());
        segment.coverage().forEach(coverage -> Notes.pack(coverage, footer));
        footer.number(blocks.size());
        blocks.forEach(block -> block.pack(footer));
        return footer;
    }
}
