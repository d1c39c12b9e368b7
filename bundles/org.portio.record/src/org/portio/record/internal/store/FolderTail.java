// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.HistoryTail;
import org.portio.record.RecordException;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.question.Superseded;
import org.portio.record.internal.segment.SealedSegment;

/**
 * Follows what a process writes into a folder. Its logs stay open, so that what was written last can be read from one that has been
 * closed and deleted since. Never asks for the right to write: a recorder that begins just then would be refused.
 */
public final class FolderTail implements HistoryTail {

    private final Folder folder;
    private final TreeMap<Long, FollowedLog> logs = new TreeMap<>();
    /** The sockets that are open, as they were told last. */
    private final Map<Long, Account> open = new HashMap<>();

    private final List<Account> accounts = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    /** The number of the last segment that is known. */
    private long last;

    private Instant watched;

    private FolderTail(Folder folder) {
        this.folder = folder;
    }

    /** Begins to follow a folder, which need not exist. */
    public static HistoryTail of(Path path) throws RecordException {
        FolderTail tail = new FolderTail(new Folder(path));
        try {
            tail.last = tail.folder.list().last();
        } catch (IOException e) {
            throw StoreFailure.reading(tail.folder, e);
        }
        tail.poll();
        return tail;
    }

    @Override
    public Told poll() throws RecordException {
        accounts.clear();
        acts.clear();
        try {
            Folder.Listing listing = openLogs();
            if (listing.last() < last) {
                // All was forgotten, and the numbers begin anew.
                last = listing.closed().isEmpty() ? 0 : listing.closed().lastKey();
            }
            Set<Long> numbers = new TreeSet<>(logs.keySet());
            numbers.addAll(listing.closed().tailMap(last, false).keySet());
            for (long number : numbers) {
                read(number, listing);
            }
            last = listing.last();
            return new Told(accounts, acts, listing.logs().isEmpty() ? null : watched);
        } catch (IOException e) {
            throw StoreFailure.reading(folder, e);
        }
    }

    private Folder.Listing openLogs() throws IOException {
        while (true) {
            Folder.Listing listing = folder.list();
            try {
                for (Map.Entry<Long, Path> log : listing.logs().entrySet()) {
                    openLog(log.getKey(), log.getValue());
                }
                return listing;
            } catch (NoSuchFileException _) {
                // It has been closed meanwhile.
            }
        }
    }

    private void openLog(long number, Path file) throws IOException {
        FollowedLog known = logs.get(number);
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        if (known != null && !known.key().equals(key)) {
            // As long as the old one is open, no other file has its key.
            end(number);
            known = null;
        }
        if (known == null) {
            logs.put(number, FollowedLog.of(FileChannel.open(file, StandardOpenOption.READ), file, key));
        }
    }

    private void read(long number, Folder.Listing listing) throws IOException {
        if (!logs.containsKey(number)) {
            readClosed(listing.closed().get(number));
        } else if (listing.logs().containsKey(number)) {
            read(logs.get(number));
        } else {
            end(number);
        }
    }

    /** Reads to its end a log that nobody writes any more. */
    private void end(long number) throws IOException {
        try (FollowedLog log = logs.remove(number)) {
            read(log);
        }
    }

    private void read(FollowedLog log) throws IOException {
        acts.addAll(log.read(this::tell));
        watched = later(log.watched());
    }

    /** Reads one that began and ended since the last time. */
    private void readClosed(Path file) throws IOException {
        try {
            SealedSegment segment = SealedSegment.open(file);
            segment.accounts(Superseded.NONE).stream().map(FolderTail::asTold).forEach(this::tell);
            acts.addAll(segment.acts());
            watched = later(segment.ended());
        } catch (DamagedException | OtherVersionException | NoSuchFileException _) {
            // The next question tells of the first two; the last has been forgotten.
        }
    }

    /** Returns a socket as it was told: one whose end nobody has told was open. */
    private static Account asTold(Account account) {
        return account.closed().latest().equals(Instant.MAX)
                ? new Account(
                        account.id(),
                        account.connection(),
                        account.role(),
                        account.opened(),
                        null,
                        account.states(),
                        account.directories(),
                        account.traffic())
                : account;
    }

    private Instant later(Instant time) {
        return watched == null || time.isAfter(watched) ? time : watched;
    }

    /** Tells an account, unless it says nothing new: each log begins with all that are open. */
    private void tell(Account account) {
        Account before = account.isOpen() ? open.put(account.id(), account) : open.remove(account.id());
        if (!account.equals(before)) {
            accounts.add(account);
        }
    }

    @Override
    public void close() throws RecordException {
        try {
            while (!logs.isEmpty()) {
                logs.pollFirstEntry().getValue().close();
            }
        } catch (IOException e) {
            throw StoreFailure.reading(folder, e);
        }
    }
}
