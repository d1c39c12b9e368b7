// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.EnumMap;
import java.util.Map;

/** Parts of a closed segment that all its readers share: the columns by which questions choose, and the dictionaries. */
final class Shared {

    private final Map<Column, Kept<Numbers>> columns = new EnumMap<>(Column.class);
    private final Kept<Places> places;
    private final Kept<Dictionary> dictionary;

    Shared(Footer footer) {
        footer.columns()
                .forEach((column, section) -> columns.put(
                        column, new Kept<>(channel -> Numbers.read(section.read(channel), footer.accounts()))));
        places = new Kept<>(channel -> Places.read(footer.places().read(channel)));
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

    Places places(FileChannel channel) throws IOException {
        return places.get(channel);
    }

    Dictionary dictionary(FileChannel channel) throws IOException {
        return dictionary.get(channel);
    }
}
