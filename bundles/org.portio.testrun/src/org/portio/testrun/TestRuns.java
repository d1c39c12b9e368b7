// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.Places;
import org.portio.testrun.internal.Boot;
import org.portio.testrun.internal.RunFiles;

/** The runs of this user: those that are open, those that are to be reverted, and reports of the latest others. */
public final class TestRuns {

    /** The variable in the environment of a run's processes that has its id. */
    public static final String VARIABLE = "PORTIO_RUN";

    private static final int RADIX = 36;
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final RunFiles files;

    private TestRuns(RunFiles files) {
        this.files = files;
    }

    public static TestRuns of(Places places) {
        return new TestRuns(new RunFiles(places.state()));
    }

    /** Returns the id in this environment, of whatever run; empty for none. */
    public static String id(Map<String, String> environment) {
        String id = environment.getOrDefault(VARIABLE, "");
        return RunFiles.isId(id) ? id : "";
    }

    /**
     * Begins a run, which lasts until the result is closed or this process ends.
     *
     * @param parent id of the run that this process is in; empty for none
     */
    public OpenRun begin(TestRun.Kind kind, List<String> command, String parent, boolean endLeaks) throws IOException {
        TestRun run = new TestRun(
                newId(),
                kind,
                command,
                parent,
                ProcessHandle.current().pid(),
                Boot.id(),
                Instant.now(),
                null,
                endLeaks);
        return new OpenRun(run, files.begin(run));
    }

    /** Begins a run that ends after this time, and at a restart of the machine, whatever becomes of this process. */
    public TestRun begin(TestRun.Kind kind, String parent, Duration length) throws IOException {
        Instant now = Instant.now();
        TestRun run = new TestRun(newId(), kind, List.of(), parent, 0, Boot.id(), now, now.plus(length), false);
        files.begin(run).close();
        return run;
    }

    /** Ids of one process follow each other, and two processes of the same pid do not live at the same time. */
    private static String newId() {
        return Long.toString(System.currentTimeMillis(), RADIX)
                + "-" + Long.toString(ProcessHandle.current().pid(), RADIX)
                + "-" + Integer.toString(COUNTER.incrementAndGet(), RADIX);
    }

    /** Returns whether any run is open or not yet reverted; costs two looks at a folder. */
    public boolean isAny() {
        return files.isAny();
    }

    /** Returns whether something may be made for this run; not if a run that it is in has ended. */
    public boolean isOpen(String id) {
        try {
            Optional<TestRun> run = files.isOpen(id) ? files.read(id) : Optional.empty();
            return run.isPresent() && !isOver(run.get());
        } catch (IOException _) {
            return false;
        }
    }

    /** Returns whether the run is, or lately was, one of these: another PORTIO_HOME has runs of its own. */
    public boolean isKnown(String id) {
        return files.isKnown(id);
    }

    /**
     * Notes that something of this kind is about to be made for an open run; only then is it looked for when the run ends.
     *
     * @throws java.nio.file.NoSuchFileException if the run has ended
     */
    public void mark(String id, Holding.Kind kind) throws IOException {
        files.mark(id, kind);
    }

    boolean isMarked(String id, Holding.Kind kind) {
        return files.isMarked(id, kind);
    }

    /** Returns runs that have ended, and are not reverted. */
    List<TestRun> over() throws IOException {
        List<TestRun> over = new ArrayList<>();
        for (String id : files.open()) {
            TestRun run = files.read(id).orElseGet(() -> unreadable(id));
            if (isOver(run)) {
                over.add(run);
            }
        }
        for (String id : files.ending()) {
            over.add(files.read(id).orElseGet(() -> unreadable(id)));
        }
        return over;
    }

    /** Returns one of which only the name is known, and which its lock alone keeps alive. */
    private static TestRun unreadable(String id) {
        return new TestRun(id, TestRun.Kind.WITH, List.of(), "", -1, "", Instant.EPOCH, null, false);
    }

    private boolean isOver(TestRun run) throws IOException {
        boolean alive = run.until() == null
                ? files.isTaken(run.id())
                : Instant.now().isBefore(run.until()) && run.boot().equals(Boot.id());
        return !alive || !run.parent().isEmpty() && !isOpen(run.parent());
    }

    /** Returns how a run ended that nobody has ended. */
    static RunReport.End end(TestRun run) {
        if (!run.boot().isEmpty() && !run.boot().equals(Boot.id())) {
            return RunReport.End.RESTARTED;
        }
        return run.until() == null ? RunReport.End.KILLED : RunReport.End.EXPIRED;
    }

    /** Ends a run: nothing is made for it from now on. */
    void end(String id) throws IOException {
        files.end(id);
    }

    void settled(String id) throws IOException {
        files.settled(id);
    }

    void save(RunReport report) throws IOException {
        files.save(report);
    }

    ExclusiveFile exclusive() throws IOException {
        return files.exclusive();
    }

    /** Returns the report of a run that has ended; empty if it is not known any more. */
    public Optional<RunReport> report(String id) throws IOException {
        return RunFiles.isId(id) ? files.report(files.report(id)) : Optional.empty();
    }

    /** Returns a value that is another one when {@link #list} has changed, and costs less. */
    public Object sign() throws IOException {
        return files.sign();
    }

    /** Returns all that are known: the latest that have ended, by time, then those that are open. */
    public List<RunReport> list() throws IOException {
        List<RunReport> all = new ArrayList<>();
        for (Path file : files.reportFiles()) {
            files.report(file).ifPresent(all::add);
        }
        for (String id : files.open()) {
            files.read(id).map(RunReport::of).ifPresent(all::add);
        }
        return all;
    }
}
