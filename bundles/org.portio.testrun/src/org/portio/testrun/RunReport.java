// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The facts that are known of a run.
 *
 * @param ended when it ended; null if it still runs
 * @param end how it ended
 * @param exitCode of its command; null if that is not known
 * @param record how completely its calls are known
 * @param recordDetail why they are not known as they should; empty if they are
 * @param opened by time
 * @param leaks what its processes left behind
 * @param changes what PortIO made within it
 */
public record RunReport(
        TestRun run,
        Instant ended,
        End end,
        Integer exitCode,
        Record record,
        String recordDetail,
        List<Opened> opened,
        List<Leak> leaks,
        List<Change> changes) {

    /** The way in which a run ended. */
    public enum End {
        /** The run goes on. */
        RUNS,
        /** Its command ended. */
        EXITED,
        /** Its time was over. */
        EXPIRED,
        /** Its user reverted it while its command ran. */
        REVERTED,
        /** The process of PortIO that stood for it was killed. */
        KILLED,
        /** The machine was restarted. */
        RESTARTED;

        /** Lower-case name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The completeness of what is known of the calls of a run. */
    public enum Record {
        /** Each call of each process of the tree was seen as it was made. */
        EXACT,
        /** Each call was seen until there were too many to keep. */
        CUT,
        /** No call was seen; what is left at the end is found by the tree of processes. */
        NONE;

        /** Lower-case name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RunReport {
        opened = List.copyOf(opened);
        leaks = List.copyOf(leaks);
        changes = List.copyOf(changes);
    }

    /** Begins the report of a run that runs, or of which no more is known. */
    public static RunReport of(TestRun run) {
        return new RunReport(run, null, End.RUNS, null, Record.NONE, "", List.of(), List.of(), List.of());
    }

    /** Returns the same, which ended so. */
    public RunReport ended(Instant time, End how, Integer code) {
        return new RunReport(run, time, how, code, record, recordDetail, opened, leaks, changes);
    }

    /** Returns the same with these calls. */
    public RunReport with(Record how, String detail, List<Opened> calls) {
        return new RunReport(run, ended, end, exitCode, how, detail, calls, leaks, changes);
    }

    public RunReport withLeaks(List<Leak> found) {
        return new RunReport(run, ended, end, exitCode, record, recordDetail, opened, found, changes);
    }

    public RunReport withChanges(List<Change> made) {
        return new RunReport(run, ended, end, exitCode, record, recordDetail, opened, leaks, made);
    }

    /** Returns whether nothing of PortIO's own is left. */
    public boolean isReverted() {
        return changes.stream().allMatch(Change::reverted);
    }
}
