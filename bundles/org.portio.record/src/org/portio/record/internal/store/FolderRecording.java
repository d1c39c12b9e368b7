// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.portio.core.system.SetAside;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.RecordException;
import org.portio.record.Recording;
import org.portio.record.Retention;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.question.Stretches;
import org.portio.record.internal.segment.LogWriter;
import org.portio.record.internal.segment.SealedSegment;

/**
 * Writes into a folder. What is told goes into a log; after an hour, or 8 MB, another one begins, with the accounts that are
 * open, and the old one is closed in the background.
 */
public final class FolderRecording implements Recording {

    private static final long LARGE = 8 << 20;
    /** If closing does not keep up, segments grow instead of becoming more. */
    private static final int MOST_UNCLOSED = 4;

    private static final Duration LONG = Duration.ofHours(1);
    private static final long TICK_MILLIS = 500;
    /** Time within which others give the lock back who need it for a moment, unless they forget very much. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Folder folder;
    private final WriterLock lock;
    private final Closing closing;
    private final Keeping keeping;
    private final Leftovers leftovers;
    private final Stretches stretches = new Stretches();
    private final Map<Long, Account> open = new LinkedHashMap<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("portio-history").factory());
    private final ScheduledExecutorService closings = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("portio-history-closing").factory());
    /** The number of segments that have ended and are not closed yet. */
    private final AtomicInteger unclosed = new AtomicInteger();

    private long number;
    private LogWriter log;
    private Instant began;
    /** The size of the log when it had what was still open. */
    private long begun;
    /** The greatest id so far. */
    private long lastId;
    /** The greatest id of earlier segments. */
    private long lastEarlierId;
    /** A failure that nobody has been told of yet; null for none. */
    private IOException failure;

    private FolderRecording(Folder folder, WriterLock lock, Retention retention, Consumer<SetAside> reports)
            throws IOException {
        this.folder = folder;
        this.lock = lock;
        closing = new Closing(folder, reports);
        keeping = new Keeping(folder, retention);
        closing.closeLeft();
        Files.deleteIfExists(folder.request());
        keeping.apply(Instant.now());
        leftovers = new Leftovers(survey());
        lastEarlierId = lastId;
        number = folder.list().last() + 1;
        began = Instant.now();
        log = LogWriter.create(folder.log(number), number, began);
        begun = log.size();
        ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins to record, after what others have left is put in order. */
    public static Recording begin(Path path, Retention retention, Consumer<SetAside> reports) throws RecordException {
        Folder folder = new Folder(path);
        try {
            WriterLock lock = WriterLock.take(folder, PATIENCE).orElseThrow(() -> StoreFailure.anotherWriter(folder));
            try {
                return new FolderRecording(folder, lock, retention, reports);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw StoreFailure.writing(folder, e);
        }
    }

    /** Finds the greatest id, and returns the accounts of the last segment whose end nobody told. */
    private List<Account> survey() throws IOException {
        SealedSegment last = null;
        lastId = Long.MIN_VALUE;
        for (Path file : folder.list().closed().values()) {
            try {
                last = SealedSegment.open(file);
                lastId = Math.max(lastId, last.lastId());
            } catch (DamagedException | OtherVersionException _) {
                // The next reader tells.
            }
        }
        try {
            return last == null ? List.of() : Closing.left(last);
        } catch (DamagedException _) {
            return List.of();
        }
    }

    @Override
    public synchronized void account(Account told) throws RecordException {
        boolean continued = leftovers.isContinued(told);
        Account account = continued ? leftovers.joined(told) : told;
        boolean wasOpen =
                account.isOpen() ? open.put(account.id(), account) != null : open.remove(account.id()) != null;
        lastId = Math.max(lastId, account.id());
        write(() -> {
            log.add(account, !wasOpen && account.id() <= lastEarlierId);
            if (log.size() - begun > LARGE && unclosed.get() < MOST_UNCLOSED) {
                next();
            }
        });
    }

    @Override
    public synchronized void act(Act act) throws RecordException {
        write(() -> log.add(act));
    }

    @Override
    public synchronized void coverage(Coverage coverage) throws RecordException {
        // By then, a recorder has told all sockets of its first look.
        List<Account> gone = leftovers.gone(coverage.from());
        write(() -> {
            for (Account account : gone) {
                log.add(account, true);
            }
            log.add(stretches.piece(coverage));
        });
    }

    @Override
    public synchronized void flush() throws RecordException {
        write(() -> log.flush());
    }

    /** Something that the disk may not let happen. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void write(Step step) throws RecordException {
        try {
            if (failure != null) {
                IOException earlier = failure;
                failure = null;
                throw earlier;
            }
            step.run();
        } catch (IOException e) {
            throw StoreFailure.writing(folder, e);
        }
    }

    /** Flushes, and begins another segment if it is time to, or somebody asks for it. */
    private synchronized void tick() {
        try {
            log.flush();
            boolean old = Duration.between(began, Instant.now()).compareTo(LONG) > 0;
            if (old || Files.exists(folder.request())) {
                next();
                Files.deleteIfExists(folder.request());
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Begins another log with all that is open; only then, the old one may lose it. */
    private void next() throws IOException {
        Instant now = Instant.now();
        LogWriter following = LogWriter.create(folder.log(number + 1), number + 1, now);
        try {
            for (Account account : open.values()) {
                following.add(account, false);
            }
            following.sync();
            log.sync();
        } catch (IOException e) {
            following.close();
            Files.deleteIfExists(folder.log(number + 1));
            throw e;
        }
        log.close();
        long ended = number;
        log = following;
        number++;
        began = now;
        begun = log.size();
        lastEarlierId = lastId;
        stretches.cut();
        unclosed.incrementAndGet();
        closings.execute(() -> close(ended, now));
    }

    private void close(long ended, Instant time) {
        try {
            closing.close(ended, time);
            keeping.apply(time);
        } catch (IOException e) {
            noteFailure(e);
        } finally {
            unclosed.decrementAndGet();
        }
    }

    private synchronized void noteFailure(IOException e) {
        failure = e;
    }

    @Override
    public void close() throws RecordException {
        try (lock) {
            await(ticks);
            await(closings);
            synchronized (this) {
                log.sync();
                log.close();
            }
            closing.closeLeft();
        } catch (IOException e) {
            throw StoreFailure.writing(folder, e);
        } catch (InterruptedException _) {
            // What is not closed yet, the next one closes.
            Thread.currentThread().interrupt();
        }
    }

    private static void await(ScheduledExecutorService executor) throws InterruptedException {
        executor.shutdown();
        while (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
            // A segment takes a second, but a disk may be slow.
        }
    }
}
