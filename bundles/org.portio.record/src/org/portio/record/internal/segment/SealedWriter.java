// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.system.PrivateFiles;
import org.portio.record.Account;
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

    private final Packer file = new Packer();
    private final Packer entries = new Packer();
    private final Packer places = new Packer();
    private final Pool pool = new Pool(entries, places);
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Column, int[]> choice = new EnumMap<>(Column.class);
    private final BitSet ports = new BitSet();

    private SealedWriter(int accounts) {
        Column.CHOICE.forEach(column -> choice.put(column, new int[accounts]));
    }

    /** Writes a segment whole, or not at all; one of the same name is replaced. */
    public static void write(Path target, Segment segment) throws IOException {
        byte[] bytes = new SealedWriter(segment.accounts().size()).bytes(segment);
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        PrivateFiles.write(unfinished, bytes);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] bytes(Segment segment) {
        file.raw(Magic.SEGMENT.bytes(), Magic.LENGTH);
        List<Account> accounts = new ArrayList<>(segment.accounts());
        accounts.sort(Comparator.comparingInt(SealedWriter::lifeClass)
                .thenComparingLong(SealedWriter::ended)
                .thenComparingLong(Account::id));
        for (int first = 0; first < accounts.size(); first += BLOCK_ROWS) {
            addBlock(first, accounts.subList(first, Math.min(first + BLOCK_ROWS, accounts.size())));
        }
        Packer footer = footer(segment, accounts.size());
        Section section = Section.deflated(footer, file);
        file.fixed((int) section.offset(), 4).fixed((int) (section.offset() >>> 32), 4);
        file.fixed(section.length(), 4).fixed(section.raw(), 4).fixed(section.checksum(), 4);
        return file.raw(Magic.SEGMENT.bytes(), Magic.LENGTH).toBytes();
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

    private void addBlock(int first, List<Account> accounts) {
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

    /** Writes addresses smaller: few questions are about them. Ports and shapes can be read as they are. */
    private Section choiceSection(Column column) {
        Packer packed = Numbers.packed(choice.get(column));
        return column == Column.LOCAL || column == Column.REMOTE
                ? Section.deflated(packed, file)
                : Section.plain(packed, file);
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

    private Packer footer(Segment segment, int accounts) {
        List<Section> sections = new ArrayList<>();
        Column.CHOICE.forEach(column -> sections.add(choiceSection(column)));
        sections.add(Section.deflated(places, file));
        sections.add(Section.deflated(entries, file));
        Packer footer = new Packer();
        footer.signed(Micros.of(segment.began())).signed(Micros.of(segment.ended()));
        footer.number(accounts).block(ports.toByteArray());
        sections.forEach(section -> section.pack(footer));
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
