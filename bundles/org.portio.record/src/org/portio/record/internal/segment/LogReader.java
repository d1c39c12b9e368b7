// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.portio.record.Account;
import org.portio.record.internal.question.LiveAccounts;
import org.portio.record.internal.question.Micros;
import org.portio.record.internal.question.OtherVersionException;

/** Reads a segment that may still be growing: each time, what has been added since. */
public final class LogReader {

    /** No block is larger: one account with the longest of all command lines is less. */
    private static final int LARGEST_BLOCK = 1 << 26;

    private final Path file;
    private final LiveAccounts accounts = new LiveAccounts();
    private final Dictionary dictionary = new Dictionary();
    private final Rows rows = new Rows(2);
    private long offset;
    private Instant began = Instant.EPOCH;
    private boolean damaged;
    private boolean senseless;
    private Consumer<Account> told;

    public LogReader(Path file) {
        this.file = file;
    }

    /**
     * Reads what is new. What cannot be read is left out, and so is all that follows it: it is not there yet, or a crash has
     * cut it off.
     *
     * @return this part of the past, which grows with each call
     * @throws OtherVersionException if this version of PortIO does not know its format
     */
    public LiveAccounts read() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, _ -> {
                // Nobody wants them one by one.
            });
        }
    }

    /**
     * Reads what is new from a file that is open, in the same way.
     *
     * @param listener takes each account that is new, in the order in which they were told
     */
    public LiveAccounts read(FileChannel channel, Consumer<Account> listener) throws IOException {
        told = listener;
        try {
            boolean more = !senseless && (offset > 0 || readHead(channel));
            while (more) {
                more = readBlock(channel);
            }
        } catch (DamagedException _) {
            // Nothing that follows can be understood.
            senseless = true;
        }
        return accounts;
    }

    /** Returns whether a block is there in full and wrong, which no crash of the writer leaves. */
    public boolean isDamaged() {
        return damaged || senseless;
    }

    /** Returns when the segment began; the beginning of the epoch if not even that could be read. */
    public Instant began() {
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
            case ACT -> accounts.add(Notes.act(in));
            case COVERAGE -> accounts.add(Notes.coverage(in));
            default -> {
                rows.copy(1, 0);
                for (Column column : Column.values()) {
                    rows.unpack(column, 1, in);
                }
                Account account = rows.account(1, dictionary);
                accounts.add(account, kind == Kind.ACCOUNT_AGAIN);
                told.accept(account);
            }
        }
    }
}
