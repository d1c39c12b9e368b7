// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.sign;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The files that the kernel's counters are read from, kept open. */
public final class CounterFiles implements AutoCloseable {

    /** One of them, with what it said last. */
    private static final class Table implements AutoCloseable {

        private static final int LARGEST = 1 << 14;

        private final RandomAccessFile file;
        private byte[] latest = new byte[0];
        private final byte[] buffer = new byte[LARGEST];

        Table(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "r");
        }

        /**
         * Reads it from the beginning, which has the kernel write it anew, and hand it over in one piece; returns whether it
         * says something else than before.
         */
        boolean read() throws IOException {
            file.seek(0);
            int length = Math.max(0, file.read(buffer));
            boolean isSame = Arrays.equals(latest, 0, latest.length, buffer, 0, length);
            if (!isSame) {
                latest = Arrays.copyOf(buffer, length);
            }
            return !isSame;
        }

        String text() {
            return new String(latest, StandardCharsets.ISO_8859_1);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private final Table snmp;
    private final Table sockstat;
    /** Null on a system without IPv6. */
    private final Table sockstat6;

    /** Opens those of a directory such as {@code /proc/thread-self/net}. */
    public CounterFiles(Path directory) throws IOException {
        snmp = new Table(directory.resolve("snmp"));
        sockstat = new Table(directory.resolve("sockstat"));
        Path six = directory.resolve("sockstat6");
        sockstat6 = six.toFile().exists() ? new Table(six) : null;
    }

    /** Reads them; returns whether any of them says something else than before. */
    public boolean read() throws IOException {
        boolean differs = snmp.read();
        differs |= sockstat.read();
        differs |= sockstat6 != null && sockstat6.read();
        return differs;
    }

    /** Returns what they said when they were read last. */
    public Counters counters() {
        return Counters.parse(snmp.text(), List.of(sockstat.text(), sockstat6 == null ? "" : sockstat6.text()));
    }

    @Override
    public void close() throws IOException {
        snmp.close();
        sockstat.close();
        if (sockstat6 != null) {
            sockstat6.close();
        }
    }
}
