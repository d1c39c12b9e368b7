// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.channels.FileChannel;

/** Something of a file that is read when it is needed, and kept as long as there is memory for it. From any thread. */
final class Kept<T> {

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
