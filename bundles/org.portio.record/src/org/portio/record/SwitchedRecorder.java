// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.portio.core.system.Subscription;
import org.portio.core.system.ThreadEnd;
import org.portio.record.HistorySwitch.Position;

/**
 * Records into a folder while the switch is on, for as long as it is not closed. It looks at the switch each second, so that nobody
 * needs to tell it.
 */
public final class SwitchedRecorder implements Subscription {

    /** Makes the recorder, which is not started yet. */
    @FunctionalInterface
    public interface Maker {
        Recorder over(Ledger ledger);
    }

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final HistorySwitch position;
    private final Path folder;
    private final Maker maker;
    private final Consumer<String> log;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "portio-history");
    private Position present = Position.OFF;
    private Recording recording;
    private Recorder recorder;
    /** Null while nothing fails. */
    private Instant failingSince;

    private SwitchedRecorder(HistorySwitch position, Path folder, Maker maker, Consumer<String> log) {
        this.position = position;
        this.folder = folder;
        this.maker = maker;
        this.log = log;
    }

    /**
     * Begins to follow the switch.
     *
     * @param log takes what there is to tell about it
     */
    public static SwitchedRecorder follow(HistorySwitch position, Path folder, Maker maker, Consumer<String> log) {
        SwitchedRecorder made = new SwitchedRecorder(position, folder, maker, log);
        made.thread.setDaemon(true);
        made.thread.start();
        return made;
    }

    private void run() {
        boolean ends = false;
        while (!ends) {
            Duration wait = step() ? LOOK : AFTER_FAILURE;
            ends = await(wait);
        }
        end();
    }

    private boolean await(Duration wait) {
        try {
            return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    /** Follows the switch; returns false if that failed, and is to be tried later. */
    private boolean step() {
        try {
            Position wanted = position.position();
            if (!wanted.equals(present)) {
                end();
                begin(wanted);
                present = wanted;
            }
            heed(recorder == null ? Optional.empty() : recorder.failure());
            return true;
        } catch (RecordException e) {
            log.accept("The past is not recorded for a minute: " + e.getMessage());
            end();
            present = Position.OFF;
            return false;
        }
    }

    /** A full disk may have room again, which the recorder notices by itself; one that does not recover is begun anew. */
    private void heed(Optional<RecordException> failure) throws RecordException {
        if (failure.isEmpty()) {
            failingSince = null;
        } else if (failingSince == null) {
            failingSince = Instant.now();
            log.accept("The past is not recorded: " + failure.get().getMessage());
        } else if (Instant.now().isAfter(failingSince.plus(AFTER_FAILURE))) {
            throw failure.get();
        }
    }

    private void begin(Position wanted) throws RecordException {
        if (!wanted.isOn()) {
            return;
        }
        recording = Histories.record(folder, wanted.retention(), aside -> log.accept(aside.text()));
        recorder = maker.over(recording);
        recorder.start();
        recorder.limits()
                .forEach(limit -> log.accept("The past is recorded without " + limit.what() + ": " + limit.why()));
        log.accept("The past is recorded in " + folder);
    }

    private void end() {
        failingSince = null;
        if (recorder != null) {
            recorder.close();
            recorder = null;
        }
        if (recording != null) {
            try {
                recording.close();
            } catch (RecordException e) {
                log.accept("The end of the recorded past could not be written: " + e.getMessage());
            }
            recording = null;
            log.accept("The past is no longer recorded");
        }
    }

    /** Ends it; returns when all that was recorded is written. */
    @Override
    public void close() {
        closed.countDown();
        ThreadEnd.await(thread);
    }
}
