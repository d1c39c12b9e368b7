// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.encoding.Magic;
import org.portio.record.internal.encoding.Section;
import org.portio.record.internal.encoding.Unpacker;
import org.portio.record.internal.question.Micros;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.question.Query;

/**
 * The summary of a closed segment, which tells whether a question concerns it.
 *
 * @param ports the local and remote ports of its accounts
 * @param columns one for each of {@link Column#CHOICE}
 * @param places one for each of {@link Column#PLACES}
 */
record Footer(
        Instant began,
        Instant ended,
        int accounts,
        BitSet ports,
        Map<Column, Section> columns,
        Map<Column, Section> places,
        Section dictionary,
        Set<Long> again,
        List<Act> acts,
        List<Coverage> coverage,
        List<Block> blocks) {

    /** Reads something of which there are several. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(Unpacker in) throws DamagedException;
    }

    static Footer read(FileChannel channel) throws IOException {
        Section section = section(channel);
        try {
            return unpack(new Unpacker(section.read(channel)));
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new DamagedException("it has values that cannot be");
        }
    }

    private static Section section(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size >= SealedWriter.TRAILER + Magic.LENGTH) {
            Unpacker in = new Unpacker(bytes(channel, size - SealedWriter.TRAILER, SealedWriter.TRAILER));
            long offset = in.fixed(4) & 0xffffffffL | (long) in.fixed(4) << 32;
            Section section = new Section(offset, in.fixed(4), in.fixed(4), in.fixed(4));
            if (Magic.SEGMENT.is(in.raw(Magic.LENGTH)) && isWithin(section, size)) {
                return section;
            }
        }
        if (Magic.isOther(bytes(channel, 0, Magic.LENGTH))) {
            throw new OtherVersionException();
        }
        throw new DamagedException("its end is not that of a segment");
    }

    private static boolean isWithin(Section section, long size) {
        return section.length() >= 0 && section.length() <= size && section.raw() > 0;
    }

    private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // Until all of it is there.
        }
        return buffer.array();
    }

    private static Footer unpack(Unpacker in) throws DamagedException {
        return new Footer(
                Micros.instant(in.signed()),
                Micros.instant(in.signed()),
                in.index(Integer.MAX_VALUE),
                BitSet.valueOf(in.block()),
                sections(Column.CHOICE, in),
                sections(Column.PLACES, in),
                Section.unpack(in),
                new HashSet<>(list(in, Unpacker::signed)),
                list(in, Notes::act),
                list(in, Notes::coverage),
                list(in, Block::unpack));
    }

    private static Map<Column, Section> sections(Set<Column> columns, Unpacker in) throws DamagedException {
        Map<Column, Section> sections = new EnumMap<>(Column.class);
        for (Column column : columns) {
            sections.put(column, Section.unpack(in));
        }
        return sections;
    }

    private static <T> List<T> list(Unpacker in, Reader<T> reader) throws DamagedException {
        int count = in.count();
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(reader.read(in));
        }
        return list;
    }

    boolean mayMatch(Query query) {
        return blocks.stream().anyMatch(block -> block.mayOverlap(query))
                && query.wanted().stream().allMatch(wanted -> wanted.mayBeMet(ports));
    }
}
