// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.SetAside;
import org.portio.record.Account;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.internal.question.LiveAccounts;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.question.Superseded;
import org.portio.record.internal.segment.LogReader;
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
        LogReader log = new LogReader(folder.log(number));
        LiveAccounts accounts = log.read();
        List<Account> closed = accounts.accounts().stream()
                .filter(Predicate.not(Account::isOpen))
                .toList();
        write(number, segment(log.began(), ended, closed, accounts));
    }

    /** Closes all logs that a process has left which recorded here and ended, in whatever way. */
    void closeLeft() throws IOException {
        folder.deleteUnfinished();
        TreeMap<Long, LogReader> logs = new TreeMap<>();
        for (Map.Entry<Long, Path> file : folder.list().logs().entrySet()) {
            LogReader log = new LogReader(file.getValue());
            try {
                log.read();
                logs.put(file.getKey(), log);
            } catch (OtherVersionException _) {
                keep(file.getKey());
            }
        }
        for (Map.Entry<Long, LogReader> log : logs.entrySet()) {
            List<LiveAccounts> later = new ArrayList<>();
            for (LogReader other : logs.tailMap(log.getKey(), false).values()) {
                later.add(other.read());
            }
            closeLeft(log.getKey(), log.getValue(), later);
        }
    }

    /** Keeps a log as it is, for the version of PortIO that can read it: it is closed in so far as nobody writes into it. */
    private void keep(long number) throws IOException {
        try (ExclusiveFile _ = folder.takeChanges()) {
            Files.move(folder.log(number), folder.closed(number), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void closeLeft(long number, LogReader log, List<LiveAccounts> later) throws IOException {
        LiveAccounts accounts = log.read();
        if (log.isDamaged()) {
            reports.accept(SetAside.copy(folder.log(number), "a part of it is not what was written"));
        }
        Instant ended = accounts.coverage().stream()
                .map(Coverage::until)
                .max(Comparator.naturalOrder())
                .orElse(log.began());
        List<Account> closed = accounts.accounts().stream()
                .filter(account -> !account.isOpen() || later.stream().noneMatch(other -> other.has(account.id())))
                .map(account -> account.isOpen() ? left(account, ended) : account)
                .toList();
        write(number, segment(log.began(), ended, closed, accounts));
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

    private static Segment segment(Instant began, Instant ended, Collection<Account> closed, LiveAccounts all) {
        return new Segment(began, ended, closed, all.toldAgain(), all.acts(), all.coverage());
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
