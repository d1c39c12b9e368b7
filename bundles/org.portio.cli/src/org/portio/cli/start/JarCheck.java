// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Whether a jar is whole. */
final class JarCheck {

    /** The fixed part of the end of a zip file's directory. */
    private static final int END_LENGTH = 22;

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x04034b50;
    private static final int DIRECTORY_LENGTH_AT = 12;
    private static final int DIRECTORY_START_AT = 16;
    private static final long UNSIGNED = 0xffffffffL;

    private JarCheck() {}

    /** Looks at both ends of the file only: in a tenth of the time that it takes to open it, for each start does it with all. */
    static boolean looksWhole(Path jar) {
        try {
            if (Files.isDirectory(jar)) {
                return Files.isReadable(jar.resolve("META-INF/MANIFEST.MF"));
            }
            return endsFit(jar) || opens(jar);
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean endsFit(Path jar) throws IOException {
        try (FileChannel file = FileChannel.open(jar)) {
            long size = file.size();
            if (size < END_LENGTH) {
                return false;
            }
            ByteBuffer end = read(file, size - END_LENGTH, END_LENGTH);
            long directory = (end.getInt(DIRECTORY_LENGTH_AT) & UNSIGNED) + (end.getInt(DIRECTORY_START_AT) & UNSIGNED);
            return end.getInt(0) == END
                    && directory == size - END_LENGTH
                    && read(file, 0, Integer.BYTES).getInt(0) == ENTRY;
        }
    }

    private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("truncated");
            }
        }
        return bytes;
    }

    /** Returns a jar with a comment at its end, say. */
    private static boolean opens(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.size() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** Reads all of it, and compares the checksums that it has of its entries. */
    static boolean isWhole(Path jar) {
        if (Files.isDirectory(jar)) {
            return looksWhole(jar);
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (checksum(zip, entry) != entry.getCrc()) {
                    return false;
                }
            }
            return zip.size() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static long checksum(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream file = zip.getInputStream(entry);
                CheckedInputStream checked = new CheckedInputStream(file, new CRC32())) {
            checked.transferTo(OutputStream.nullOutputStream());
            return checked.getChecksum().getValue();
        }
    }
}
