// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.recognition;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Processes;
import org.portio.core.process.Recognition;

/**
 * Keeps what was recognized in processes, and which ones are to be asked about. An answer is old after a minute, and shown until there is
 * a new one: extensions come and go.
 */
final class RecognitionCache {

    static final Duration FRESH = Duration.ofMinutes(1);

    private static final int FORGOTTEN_AFTER = 10;
    private static final long MOST_NANOS_UNSHOWN = Duration.ofMillis(500).toNanos();

    /** A process: its pid may be another's later, and it may become another program. */
    private record Key(long pid, Instant start, String name) {
        static Key of(ProcessInfo process) {
            return new Key(process.pid(), process.startTime(), process.name());
        }
    }

    private record Answer(List<Recognition> found, String workingDirectory, long nanos) {}

    private final Map<Key, Answer> answers = new ConcurrentHashMap<>();
    private final Map<Key, ProcessInfo> wanted = new LinkedHashMap<>();
    private final Processes processes;
    private final LongSupplier clock;

    /** Creates an empty one with a clock that counts nanoseconds. */
    RecognitionCache(Processes processes, LongSupplier clock) {
        this.processes = processes;
        this.clock = clock;
    }

    /** Returns what is known without waiting for anything. */
    List<Recognition> of(ProcessInfo process) {
        Answer answer = answers.get(Key.of(process));
        return answer == null ? List.of() : answer.found();
    }

    /** Returns its working directory as far as it is known; empty if it is not. */
    String workingDirectory(ProcessInfo process) {
        Answer answer = answers.get(Key.of(process));
        return answer == null ? "" : answer.workingDirectory();
    }

    /** Notes that somebody wants to know about this process; returns whether that is news. */
    boolean want(ProcessInfo process) {
        Key key = Key.of(process);
        Answer answer = answers.get(key);
        if (answer != null && clock.getAsLong() - answer.nanos() < FRESH.toNanos()) {
            return false;
        }
        synchronized (wanted) {
            return wanted.putIfAbsent(key, process) == null;
        }
    }

    /** Asks about all that are wanted, one after the other: not for the UI thread. Runs the listener when some answers are new, twice a second at most. */
    void ask(Runnable changed) {
        boolean news = false;
        long shown = clock.getAsLong();
        for (ProcessInfo next = next(); next != null; next = next()) {
            news |= ask(next);
            if (news && clock.getAsLong() - shown > MOST_NANOS_UNSHOWN) {
                changed.run();
                news = false;
                shown = clock.getAsLong();
            }
        }
        long now = clock.getAsLong();
        answers.values().removeIf(answer -> now - answer.nanos() > FORGOTTEN_AFTER * FRESH.toNanos());
        if (news) {
            changed.run();
        }
    }

    private ProcessInfo next() {
        synchronized (wanted) {
            return wanted.isEmpty() ? null : wanted.values().iterator().next();
        }
    }

    private boolean ask(ProcessInfo process) {
        Key key = Key.of(process);
        ProcessOrigin origin =
                processes.origin(process).orElseGet(() -> new ProcessOrigin(List.of(), "", "", List.of()));
        Answer next = new Answer(origin.recognized(), origin.workingDirectory(), clock.getAsLong());
        Answer before = answers.put(key, next);
        synchronized (wanted) {
            wanted.remove(key);
        }
        return before == null
                ? !next.found().isEmpty() || !next.workingDirectory().isEmpty()
                : !next.found().equals(before.found())
                        || !next.workingDirectory().equals(before.workingDirectory());
    }
}
