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

/** The column that says what the owners of a socket are. Nothing is asked until a cell of it is shown, sorted or filtered; a cell never waits. */
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

    /** Returns a column of the containers and pods alone, with what each was inferred from in its tool tip. */
    public Column<Connection> containers(String title) {
        return Column.<Connection>text(CONTAINER, title, row -> Recognition.names(containers(row)))
                .withTip(row -> containers(row).map(Recognition::text).collect(Collectors.joining("\n")));
    }

    /** Returns the names of the containers that are known already of the owners of a connection. */
    public Stream<String> containerNames(Connection row) {
        return containers(row).map(Recognition::name);
    }

    private Stream<Recognition> containers(Connection row) {
        return recognized(row).filter(found -> found.kind() == Recognition.Kind.CONTAINER);
    }

    private Stream<Recognition> recognized(Connection row) {
        List<Boolean> news = row.owners().stream().map(cache::want).toList();
        if (news.contains(true)) {
            job.schedule();
        }
        return row.owners().stream().flatMap(owner -> cache.of(owner).stream()).distinct();
    }

    /** Asks about no further process. */
    public void dispose() {
        job.cancel();
    }
}
