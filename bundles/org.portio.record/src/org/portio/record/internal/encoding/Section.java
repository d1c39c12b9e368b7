// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.encoding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A stretch of a file with its checksum.
 *
 * @param length in the file
 * @param raw length of what it is after it has been inflated; 0 if it is not deflated
 */
public record Section(long offset, int length, int raw, int checksum) {

    /** Columns are small numbers for the most part; more effort gains little. */
    private static final int LEVEL = 4;

    private static final int PIECE = 1 << 12;
    private static final int LARGEST = 1 << 28;

    /** Adds bytes to a file as they are. */
    public static Section plain(Packer bytes, FileOutput file) throws IOException {
        return add(bytes.buffer(), bytes.size(), 0, file);
    }

    /** Adds bytes to a file, deflated. */
    public static Section deflated(Packer bytes, FileOutput file) throws IOException {
        Packer deflated = new Packer();
        byte[] piece = new byte[PIECE];
        try (Deflater deflater = new Deflater(LEVEL, true)) {
            deflater.setInput(bytes.buffer(), 0, bytes.size());
            deflater.finish();
            while (!deflater.finished()) {
                deflated.raw(piece, deflater.deflate(piece));
            }
        }
        return add(deflated.buffer(), deflated.size(), bytes.size(), file);
    }

    private static Section add(byte[] bytes, int length, int raw, FileOutput file) throws IOException {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        Section section = new Section(file.size(), length, raw, (int) checksum.getValue());
        file.add(bytes, length);
        return section;
    }

    public void pack(Packer out) {
        out.number(offset).number(length).number(raw).fixed(checksum, 4);
    }

    public static Section unpack(Unpacker in) throws DamagedException {
        return new Section(in.number(), in.index(LARGEST), in.index(LARGEST), in.fixed(4));
    }

    /** Reads and checks it. */
    public byte[] read(FileChannel channel) throws IOException {
        if (offset < 0 || offset + length > channel.size()) {
            throw new DamagedException("it ends too early");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
            // Until all of it is there.
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes.array());
        if ((int) sum.getValue() != checksum) {
            throw new DamagedException("a checksum is wrong");
        }
        return raw == 0 ? bytes.array() : inflate(bytes.array());
    }

    private byte[] inflate(byte[] deflated) throws DamagedException {
        byte[] inflated = new byte[raw];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(deflated);
            if (inflater.inflate(inflated) != raw) {
                throw new DamagedException("it is shorter than it should be");
            }
        } catch (DataFormatException _) {
            throw new DamagedException("it cannot be inflated");
        }
        return inflated;
    }
}
