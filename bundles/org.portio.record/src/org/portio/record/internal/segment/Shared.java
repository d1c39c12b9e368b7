// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.channels.FileChannel;
import java.util.EnumMap;
import java.util.Map;
import org.portio.record.internal.encoding.Numbers;
import org.portio.record.internal.encoding.Unpacker;

/** Parts of a closed segment that all its readers share: the columns by which questions choose, and the dictionaries. */
final class Shared {

    private final Map<Column, Kept<Numbers>> columns = new EnumMap<>(Column.class);
    private final Map<Column, Kept<Places>> places = new EnumMap<>(Column.class);
    private final Kept<Dictionary> dictionary;

    Shared(Footer footer) {
        footer.columns()
                .forEach((column, section) -> columns.put(
                        column, new Kept<>(channel -> Numbers.read(section.read(channel), footer.accounts()))));
        footer.places()
                .forEach((column, section) ->
                        places.put(column, new Kept<>(channel -> Places.read(section.read(channel)))));
        dictionary = new Kept<>(channel -> dictionary(footer, channel));
    }

    private static Dictionary dictionary(Footer footer, FileChannel channel) throws IOException {
        Dictionary dictionary = new Dictionary();
        dictionary.readAll(new Unpacker(footer.dictionary().read(channel)));
        return dictionary;
    }

    /** Returns one of {@link Column#CHOICE} of all rows. */
    Numbers column(Column column, FileChannel channel) throws IOException {
        return columns.get(column).get(channel);
    }

    /** Returns the addresses of one of {@link Column#PLACES}. */
    Places places(Column column, FileChannel channel) throws IOException {
        return places.get(column).get(channel);
    }

    Dictionary dictionary(FileChannel channel) throws IOException {
        return dictionary.get(channel);
    }

    /** Something of a file that is read when it is needed, and kept as long as there is memory for it. From any thread. */
    private static final class Kept<T> {

        /** Reads it from the file. */
        @FunctionalInterface
        interface Source<T> {
            T read(FileChannel channel) throws IOException;
        }

        private final Source<T> source;
        private volatile SoftReference<T> value = new SoftReference<>(null);

        Kept(Source<T> source) {
            this.source = source;
        }

        T get(FileChannel channel) throws IOException {
            T known = value.get();
            if (known == null) {
                known = source.read(channel);
                value = new SoftReference<>(known);
            }
            return known;
        }
    }
}
