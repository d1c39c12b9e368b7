// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.encoding.Magic;
import org.portio.record.internal.encoding.Unpacker;
import org.portio.record.internal.question.Micros;
import org.portio.record.internal.question.OtherVersionException;

/** Reads a log, a part at a time. What cannot be read is left out, and so is all that follows it: it is not there yet, or a crash has cut it off. */
final class LogParser {

    /** Takes what is read. */
    interface Target {

        /**
         * Takes an account.
         *
         * @param row of the rows, which are others afterwards
         * @param again whether an earlier segment has told its end
         */
        void account(Rows rows, int row, Names names, boolean again) throws DamagedException;

        void act(Act act);

        void coverage(Coverage piece);
    }

    /** No block is larger: one account with the longest of all command lines is less. */
    private static final int LARGEST_BLOCK = 1 << 26;

    private final Target target;
    private final Dictionary dictionary = new Dictionary();
    private final Rows rows = new Rows(2);
    private long offset;
    private Instant began = Instant.EPOCH;
    private boolean damaged;
    private boolean senseless;

    LogParser(Target target) {
        this.target = target;
    }

    /**
     * Reads what is new.
     *
     * @throws OtherVersionException if this version of PortIO does not know its format
     */
    void read(FileChannel channel) throws IOException {
        try {
            boolean more = !senseless && (offset > 0 || readHead(channel));
            while (more) {
                more = readBlock(channel);
            }
        } catch (DamagedException _) {
            // Nothing that follows can be understood.
            senseless = true;
        }
    }

    /** Returns whether a block is there in full and wrong, which no crash of the writer leaves. */
    boolean isDamaged() {
        return damaged || senseless;
    }

    /** Returns when the segment began; the beginning of the epoch if not even that could be read. */
    Instant began() {
        return began;
    }

    private boolean readHead(FileChannel channel) throws IOException {
        ByteBuffer magic = bytes(channel, 0, Magic.LENGTH);
        if (magic == null) {
            return false;
        }
        if (Magic.isOther(magic.array())) {
            throw new OtherVersionException();
        }
        damaged = !Magic.LOG.is(magic.array());
        offset = damaged ? 0 : Magic.LENGTH;
        return !damaged;
    }

    private boolean readBlock(FileChannel channel) throws IOException {
        ByteBuffer head = bytes(channel, offset, LogWriter.FRAME);
        if (head == null) {
            return false;
        }
        int length = head.getInt();
        if (length <= 0 || length > LARGEST_BLOCK) {
            damaged = true;
            return false;
        }
        ByteBuffer block = bytes(channel, offset + LogWriter.FRAME, length);
        if (block == null) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(block.array());
        damaged = (int) checksum.getValue() != head.getInt();
        if (damaged) {
            return false;
        }
        readRecords(new Unpacker(block.array()));
        offset += LogWriter.FRAME + length;
        return true;
    }

    /** Returns these bytes, or null if the file does not have all of them. */
    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        if (from + length > channel.size()) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }

    private void readRecords(Unpacker in) throws DamagedException {
        try {
            while (in.hasMore()) {
                Kind kind = in.constant(Kind.values());
                if (!dictionary.read(kind, in)) {
                    readRecord(kind, in);
                }
            }
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new DamagedException("it has values that cannot be");
        }
    }

    private void readRecord(Kind kind, Unpacker in) throws DamagedException {
        switch (kind) {
            case BEGIN -> {
                in.signed();
                began = Micros.instant(in.signed());
            }
            case ACT -> target.act(Notes.act(in));
            case COVERAGE -> target.coverage(Notes.coverage(in));
            default -> {
                rows.copy(1, 0);
                for (Column column : Column.values()) {
                    rows.unpack(column, 1, in);
                }
                target.account(rows, 1, dictionary, kind == Kind.ACCOUNT_AGAIN);
            }
        }
    }
}
