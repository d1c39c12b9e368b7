// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.PrivateFiles;
import org.portio.core.system.SetAside;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.Question;
import org.portio.record.RecordException;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.question.Answering;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.question.Stretches;
import org.portio.record.internal.segment.SealedSegment;
import org.portio.record.internal.segment.SealedWriter;
import org.portio.record.internal.segment.Segment;

/**
 * Takes accounts out of all segments: each one that has some is written anew without them, and with a dictionary of what is
 * left. What is being written is closed first. Copies of damaged segments go, and segments of other versions of PortIO, since
 * nobody can tell what is in them.
 */
final class Forgetting {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Folder folder;
    private final Instant before;
    private final Predicate<Connection> chosen;
    private final Consumer<SetAside> reports;

    Forgetting(Folder folder, Instant before, Predicate<Connection> chosen, Consumer<SetAside> reports) {
        this.folder = folder;
        this.before = before;
        this.chosen = chosen;
        this.reports = reports;
    }

    /** Forgets, and returns the number of accounts that are gone. */
    long run() throws IOException, RecordException {
        if (!Files.isDirectory(folder.path())) {
            return 0;
        }
        Optional<WriterLock> lock = WriterLock.tryTake(folder);
        if (lock.isEmpty()) {
            askForNextSegment();
            return rewriteAll();
        }
        try (WriterLock _ = lock.get()) {
            new Closing(folder, reports).closeLeft();
            return rewriteAll();
        }
    }

    private void askForNextSegment() throws IOException, RecordException {
        long last = folder.list().last();
        if (!Files.exists(folder.request())) {
            PrivateFiles.open(folder.request(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (folder.list().logs().keySet().stream().anyMatch(number -> number <= last)) {
            if (Instant.now().isAfter(end)) {
                throw StoreFailure.noAnswer(folder);
            }
            Pause.pause();
        }
    }

    private long rewriteAll() throws IOException {
        try (ExclusiveFile _ = folder.takeChanges()) {
            List<SealedSegment> segments = new ArrayList<>();
            for (Path file : folder.list().closed().values()) {
                try {
                    segments.add(SealedSegment.open(file));
                } catch (DamagedException e) {
                    reports.accept(SetAside.move(file, e.getMessage()));
                } catch (OtherVersionException _) {
                    Files.delete(file);
                }
            }
            long gone = 0;
            // What a later segment tells anew must not come back: the earlier ones first.
            for (int i = 0; i < segments.size(); i++) {
                gone += rewrite(segments.get(i), segments, i);
            }
            folder.deleteDamaged();
            return gone;
        }
    }

    private long rewrite(SealedSegment segment, List<SealedSegment> all, int place) throws IOException {
        List<Account> accounts = segment.accounts(Answering.superseded(all, place));
        List<Account> kept =
                accounts.stream().filter(Predicate.not(this::isGoing)).toList();
        Collection<Act> acts = segment.acts();
        Collection<Coverage> coverage = segment.coverage();
        if (chosen == Question.ANY) {
            acts = acts.stream().filter(act -> !act.time().isBefore(before)).toList();
            coverage = Stretches.since(before, coverage);
        } else {
            coverage = Stretches.unseen(coverage, tcp(accounts) - tcp(kept));
        }
        if (kept.isEmpty() && acts.isEmpty() && coverage.isEmpty()) {
            Files.delete(segment.file());
        } else if (kept.size() < segment.count()
                || acts.size() < segment.acts().size()
                || !coverage.equals(segment.coverage())) {
            Set<Long> ids = kept.stream().map(Account::id).collect(Collectors.toSet());
            Set<Long> again = segment.toldAgain().stream().filter(ids::contains).collect(Collectors.toSet());
            SealedWriter.write(
                    segment.file(), new Segment(segment.began(), segment.ended(), kept, again, acts, coverage));
        }
        return accounts.size() - kept.size();
    }

    private boolean isGoing(Account account) {
        return account.closed().earliest().isBefore(before) && chosen.test(account.connection());
    }

    private static long tcp(List<Account> accounts) {
        return accounts.stream()
                .filter(account -> account.connection().protocol() == Protocol.TCP)
                .count();
    }
}
