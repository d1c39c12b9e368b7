// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.system.PrivateFiles;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.internal.encoding.Magic;
import org.portio.record.internal.encoding.Packer;
import org.portio.record.internal.question.Micros;

/**
 * Writes a segment that is growing: a head, and blocks of records, each with its length and its checksum. A record can be
 * read when the block that it is in has been flushed.
 */
public final class LogWriter implements AutoCloseable {

    /** Length and checksum. */
    static final int FRAME = 8;

    private static final int LARGE_BLOCK = 1 << 16;

    private final FileChannel channel;
    private final Packer block = new Packer();
    private final Pool pool = new Pool(block, this::addPlace);
    private final Rows rows = new Rows(2);
    private long written;

    private LogWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Begins a new file. */
    public static LogWriter create(Path file, long number, Instant began) throws IOException {
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        LogWriter writer = new LogWriter(channel);
        try {
            writer.write(ByteBuffer.wrap(Magic.LOG.bytes()));
            writer.kind(Kind.BEGIN).signed(number).signed(Micros.of(began));
            writer.flush();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return writer;
    }

    /**
     * Adds an account.
     *
     * @param again whether an earlier segment has told its end
     */
    public void add(Account account, boolean again) throws IOException {
        rows.copy(1, 0);
        rows.set(1, account, pool);
        Packer record = kind(again ? Kind.ACCOUNT_AGAIN : Kind.ACCOUNT);
        for (Column column : Column.values()) {
            rows.pack(column, 1, record);
        }
        flushLarge();
    }

    public void add(Act act) throws IOException {
        Notes.pack(act, kind(Kind.ACT));
        flushLarge();
    }

    public void add(Coverage piece) throws IOException {
        Notes.pack(piece, kind(Kind.COVERAGE));
        flushLarge();
    }

    private void addPlace(Endpoint end) {
        NetInterface at = end.netInterface();
        kind(Kind.PLACE).block(end.address().getAddress()).signed(at.index()).text(at.name());
    }

    private Packer kind(Kind kind) {
        return block.octet(kind.ordinal());
    }

    /** Returns the number of bytes so far, with those that are not flushed. */
    public long size() {
        return written + block.size();
    }

    private void flushLarge() throws IOException {
        if (block.size() > LARGE_BLOCK) {
            flush();
        }
    }

    /** Makes all that was added readable for others; it outlives this process from now on. */
    public void flush() throws IOException {
        if (block.size() == 0) {
            return;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(block.buffer(), 0, block.size());
        ByteBuffer frame = ByteBuffer.allocate(FRAME + block.size()).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(block.size()).putInt((int) checksum.getValue()).put(block.buffer(), 0, block.size());
        write(frame.flip());
        block.clear();
    }

    /** Writes all of it, or none: what comes after half a block could not be read. */
    private void write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, written + length - bytes.remaining());
            }
        } catch (IOException e) {
            channel.truncate(written);
            throw e;
        }
        written += length;
    }

    /** Flushes, and waits until the disk has it. */
    public void sync() throws IOException {
        flush();
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }
}
