// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The end of what a program has written, as text. A file is read only if it has changed. */
final class LogTail {

    private static final int MOST_BYTES = 256 * 1024;

    private final Path file;
    private long seenSize = -1;
    private long seenTime = -1;
    private String text = "";

    LogTail(Path file) {
        this.file = file;
    }

    /** Returns the text as it is now, and the same object as before if nothing has changed; empty without a file. */
    String read() throws IOException {
        try {
            long size = Files.size(file);
            long time = Files.getLastModifiedTime(file).toMillis();
            if (size != seenSize || time != seenTime) {
                text = text(size);
                seenSize = size;
                seenTime = time;
            }
        } catch (NoSuchFileException _) {
            text = "";
            seenSize = -1;
        }
        return text;
    }

    private String text(long size) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, size - MOST_BYTES));
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size, MOST_BYTES));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until the end
            }
            return readable(StandardCharsets.UTF_8.decode(bytes.flip()).toString());
        }
    }

    /** A program writes what it likes: what moves a terminal's cursor or turns text around is left out. */
    static String readable(String output) {
        StringBuilder text = new StringBuilder(output.length());
        output.codePoints().filter(LogTail::isReadable).forEach(text::appendCodePoint);
        return text.toString();
    }

    private static boolean isReadable(int letter) {
        return letter == '\n'
                || letter == '\t'
                || !Character.isISOControl(letter) && Character.getType(letter) != Character.FORMAT;
    }
}
