// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.record.internal.question.RecentPast;
import org.portio.record.internal.store.FolderHistory;
import org.portio.record.internal.store.FolderRecording;
import org.portio.record.internal.store.FolderState;
import org.portio.record.internal.store.FolderTail;

/** Makes the keepers of the past: in a folder, which one process writes and any number of them read, or in memory. */
public final class Histories {

    private Histories() {}

    /** Returns the folder of this user's history, which need not exist. */
    public static Path folder(Places places) {
        return places.state().resolve("history");
    }

    /**
     * Returns what is kept in a folder; nothing if it does not exist. Others may be writing there.
     *
     * @param reports takes each damaged file that is set aside
     */
    public static History in(Path folder, Consumer<SetAside> reports) {
        return new FolderHistory(folder, reports);
    }

    /**
     * Begins to follow what is told to the history in a folder, from now on. Whether somebody records there does not matter.
     *
     * @throws RecordException if it cannot be read; the message says what to do
     */
    public static HistoryTail follow(Path folder) throws RecordException {
        return FolderTail.of(folder);
    }

    /**
     * Returns the state of what is kept in a folder.
     *
     * @throws RecordException if it cannot be read; the message says what to do
     */
    public static HistoryState state(Path folder) throws RecordException {
        return FolderState.of(folder);
    }

    /**
     * Begins to record into a folder of PortIO's own, which is made if necessary. What a process that was killed has left
     * there is put in order first.
     *
     * @param reports takes each damaged file that is set aside
     * @throws RecordException if another process records there, or the folder cannot be written; the message says what to do
     */
    public static Recording record(Path folder, Retention retention, Consumer<SetAside> reports)
            throws RecordException {
        return FolderRecording.begin(folder, retention, reports);
    }

    /** Returns an empty one that keeps what it is told for this time; of a great many accounts, the latest. */
    public static RecentHistory inMemory(Duration time) {
        return new RecentPast(time);
    }
}
