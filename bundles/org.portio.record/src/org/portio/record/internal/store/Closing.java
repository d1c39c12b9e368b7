// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.SetAside;
import org.portio.record.Account;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.question.Superseded;
import org.portio.record.internal.segment.EndedLog;
import org.portio.record.internal.segment.SealedSegment;
import org.portio.record.internal.segment.SealedWriter;
import org.portio.record.internal.segment.Segment;

/**
 * Makes closed segments of logs. Only the writer does so, whose right to write makes the logs its own.
 *
 * @param reports takes each damaged file of which a copy is kept
 */
record Closing(Folder folder, Consumer<SetAside> reports) {

    /**
     * Closes a log that has ended; the accounts that are still open are in the next one.
     *
     * @param ended when the next one began
     */
    void close(long number, Instant ended) throws IOException {
        write(number, EndedLog.read(folder.log(number)).segment(ended, _ -> false));
    }

    /** Closes all logs that a process has left which recorded here and ended, in whatever way. */
    void closeLeft() throws IOException {
        folder.deleteUnfinished();
        TreeMap<Long, EndedLog> logs = new TreeMap<>();
        for (Map.Entry<Long, Path> file : folder.list().logs().entrySet()) {
            try {
                logs.put(file.getKey(), EndedLog.read(file.getValue()));
            } catch (OtherVersionException _) {
                keep(file.getKey());
            }
        }
        for (Map.Entry<Long, EndedLog> log : logs.entrySet()) {
            closeLeft(
                    log.getKey(),
                    log.getValue(),
                    logs.tailMap(log.getKey(), false).values());
        }
    }

    /** Keeps a log as it is, for the version of PortIO that can read it: it is closed in so far as nobody writes into it. */
    private void keep(long number) throws IOException {
        try (ExclusiveFile _ = folder.takeChanges()) {
            Files.move(folder.log(number), folder.closed(number), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void closeLeft(long number, EndedLog log, Collection<EndedLog> later) throws IOException {
        if (log.isDamaged()) {
            reports.accept(SetAside.copy(folder.log(number), "a part of it is not what was written"));
        }
        Instant ended = log.coverage().stream()
                .map(Coverage::until)
                .max(Comparator.naturalOrder())
                .orElse(log.began());
        Segment all = log.segment(ended, id -> later.stream().noneMatch(other -> other.has(id)));
        write(number, all.withAccounts(left(all.accounts(), ended)));
    }

    /** Returns accounts each of which has an end, made when it is asked for. */
    private static List<Account> left(List<Account> accounts, Instant lastLook) {
        return new AbstractList<>() {

            @Override
            public Account get(int index) {
                Account account = accounts.get(index);
                return account.isOpen() ? left(account, lastLook) : account;
            }

            @Override
            public int size() {
                return accounts.size();
            }
        };
    }

    /** Returns an account that nobody told the end of: it was there when it was last looked at. */
    private static Account left(Account account, Instant lastLook) {
        Instant opened = account.opened().latest();
        Instant there = lastLook.isBefore(opened) ? opened : lastLook;
        return new Account(
                account.id(),
                account.connection(),
                account.role(),
                account.opened(),
                new Moment(there, Instant.MAX, Evidence.SNAPSHOT),
                account.states(),
                account.directories(),
                account.traffic());
    }

    private void write(long number, Segment segment) throws IOException {
        try (ExclusiveFile _ = folder.takeChanges()) {
            if (!segment.accounts().isEmpty()
                    || !segment.acts().isEmpty()
                    || !segment.coverage().isEmpty()) {
                SealedWriter.write(folder.closed(number), segment);
            }
            Files.deleteIfExists(folder.log(number));
        }
    }

    /** Returns the accounts of a closed segment whose end nobody told. */
    static List<Account> left(SealedSegment segment) throws IOException {
        return segment.accounts(Superseded.NONE).stream()
                .filter(account -> account.closed().latest().equals(Instant.MAX))
                .toList();
    }
}
