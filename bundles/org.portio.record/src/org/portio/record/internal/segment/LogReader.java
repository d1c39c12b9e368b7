// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.question.LiveAccounts;

/** Reads a log, also while it is being written. */
public final class LogReader {

    private final Path file;
    private final LiveAccounts accounts = new LiveAccounts();
    private final LogParser parser = new LogParser(new Everything());
    private Consumer<Account> told;

    public LogReader(Path file) {
        this.file = file;
    }

    /**
     * Reads what is new.
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
        parser.read(channel);
        return accounts;
    }

    /** Returns when the segment began; the beginning of the epoch if not even that could be read. */
    public Instant began() {
        return parser.began();
    }

    /** Makes each account, and keeps it. */
    private final class Everything implements LogParser.Target {

        @Override
        public void account(Rows rows, int row, Names names, boolean again) throws DamagedException {
            Account account = rows.account(row, names);
            accounts.add(account, again);
            told.accept(account);
        }

        @Override
        public void act(Act act) {
            accounts.add(act);
        }

        @Override
        public void coverage(Coverage piece) {
            accounts.add(piece);
        }
    }
}
