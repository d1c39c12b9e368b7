// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.encoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.portio.core.system.FileFailure;
import org.portio.core.system.PrivateFiles;

/** A new file that is written from its beginning to its end, a piece at a time; or none if something fails. */
public final class FileOutput {

    /** Writes what the file is to have. */
    @FunctionalInterface
    public interface Content {
        void write(FileOutput out) throws IOException;
    }

    private static final int PIECE = 1 << 16;

    private final FileChannel channel;
    private final Packer waiting = new Packer();
    private long written;

    private FileOutput(FileChannel channel) {
        this.channel = channel;
    }

    /** Writes a new file, which the disk has afterwards, or leaves none. */
    public static void write(Path file, Content content) throws IOException {
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (channel) {
            FileOutput out = new FileOutput(channel);
            content.write(out);
            out.flush();
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw FileFailure.at(file, e);
        }
    }

    /** Returns the number of bytes so far. */
    public long size() {
        return written + waiting.size();
    }

    /** Adds bytes. */
    public void add(byte[] bytes, int length) throws IOException {
        waiting.raw(bytes, length);
        if (waiting.size() > PIECE) {
            flush();
        }
    }

    public void add(Packer bytes) throws IOException {
        add(bytes.buffer(), bytes.size());
    }

    private void flush() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(waiting.buffer(), 0, waiting.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        written += waiting.size();
        waiting.clear();
    }
}
