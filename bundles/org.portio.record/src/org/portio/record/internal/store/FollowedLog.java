// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.internal.question.LiveAccounts;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.segment.LogReader;

/** A log that stays open, and is read as it grows. */
final class FollowedLog implements AutoCloseable {

    private final FileChannel channel;
    private final Object key;
    private final LogReader reader;
    private int acts;
    private Instant watched = Instant.MIN;

    private FollowedLog(FileChannel channel, Object key, LogReader reader) {
        this.channel = channel;
        this.key = key;
        this.reader = reader;
    }

    static FollowedLog of(FileChannel channel, Path file, Object key) {
        return new FollowedLog(channel, key, new LogReader(file));
    }

    /** Returns the identity of the file. */
    Object key() {
        return key;
    }

    /** Reads what is new: tells the accounts, and returns the acts. */
    List<Act> read(Consumer<Account> told) throws IOException {
        LiveAccounts all;
        try {
            all = reader.read(channel, told);
        } catch (OtherVersionException _) {
            return List.of();
        }
        watched = all.coverage().stream().map(Coverage::until).reduce(reader.began(), (a, b) -> a.isAfter(b) ? a : b);
        List<Act> added = all.acts().subList(acts, all.acts().size());
        acts = all.acts().size();
        return List.copyOf(added);
    }

    /** Returns until when its writer has told that it watches; when it began if it has not told yet. */
    Instant watched() {
        return watched;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
