// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.recognition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.core.Connection;
import org.portio.core.process.Processes;
import org.portio.core.process.Recognition;
import org.portio.ui.table.Column;

/** The columns that say what the owners of a socket are. Nothing is asked until a cell of it is shown, sorted or filtered; a cell never waits. */
public final class RecognizedColumn {

    /** Id of the column of containers. */
    public static final String CONTAINER = "container";

    private static final String ID = "recognized";

    private final RecognitionCache cache;
    private final Job job;

    /**
     * Creates it.
     *
     * @param changed run on another thread when some cells have another text
     */
    public RecognizedColumn(Processes processes, Runnable changed) {
        cache = new RecognitionCache(processes, System::nanoTime);
        job = Job.createSystem("Recognize processes", (ICoreRunnable) _ -> cache.ask(changed));
    }

    /** Returns the column, with what each answer was inferred from in its tool tip. */
    public Column<Connection> column(String title) {
        return Column.<Connection>text(ID, title, row -> Recognition.names(recognized(row)))
                .withTip(row -> recognized(row).map(Recognition::text).collect(Collectors.joining("\n")));
    }

    /** Returns the names of the containers that are known already of the owners of a connection. */
    public Stream<String> containerNames(Connection row) {
        return recognized(row, Recognition.Kind.CONTAINER).map(Recognition::name);
    }

    /** Returns a column of what was recognized of one kind alone. */
    public Column<Connection> column(String id, String title, Recognition.Kind kind) {
        return Column.<Connection>text(id, title, row -> Recognition.names(recognized(row, kind)))
                .withTip(row -> recognized(row, kind).map(Recognition::text).collect(Collectors.joining("\n")));
    }

    /** Returns the column of the working directories, which many a project is known by. */
    public Column<Connection> workingDirectory(String title) {
        return Column.text("workingDirectory", title, row -> {
            want(row);
            return row.owners().stream()
                    .map(cache::workingDirectory)
                    .filter(directory -> !directory.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(", "));
        });
    }

    private Stream<Recognition> recognized(Connection row, Recognition.Kind kind) {
        return recognized(row).filter(one -> one.kind() == kind);
    }

    private void want(Connection row) {
        List<Boolean> news = row.owners().stream().map(cache::want).toList();
        if (news.contains(true)) {
            job.schedule();
        }
    }

    private Stream<Recognition> recognized(Connection row) {
        want(row);
        return row.owners().stream().flatMap(owner -> cache.of(owner).stream()).distinct();
    }

    /** Asks about no further process. */
    public void dispose() {
        job.cancel();
    }
}
