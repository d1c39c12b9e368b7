// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.ui.internal.group.Expansion;
import org.portio.ui.internal.group.GroupKey;
import org.portio.ui.table.TableModel.Grouping;

/** Filters, groups and sorts the rows of a table by a job of its own, whenever they or the user's choices change. From any thread. */
final class Arranging<T> {

    /**
     * Rows as they came in.
     *
     * @param total how many there are in all, also if the view leaves out some of its own accord
     */
    record Content<T>(List<T> rows, int total, RowLook<T> look) {}

    /** Rows as they are to be shown, with what they were made from. */
    record Shown<T>(Content<T> content, TableModel.Arranged<T> arranged) {

        Rows<T> rows() {
            return arranged.rows();
        }

        RowCounts counts(int selected) {
            return new RowCounts(content.total(), rows().all().size(), selected);
        }
    }

    private final BiFunction<List<T>, Expansion, TableModel.Arranged<T>> arrange;
    private final Runnable done;
    private final Job job = Job.createSystem("Arrange table rows", (ICoreRunnable) _ -> run());
    private final Expansion expansion = new Expansion();
    private volatile Content<T> content;
    private volatile Shown<T> shown;

    /**
     * Creates one without rows.
     *
     * @param arrange called on a thread of its own
     * @param done run on that thread after each result
     */
    Arranging(BiFunction<List<T>, Expansion, TableModel.Arranged<T>> arrange, Runnable done) {
        this.arrange = arrange;
        this.done = done;
    }

    void show(Content<T> rows) {
        content = rows;
        again();
    }

    void toggle(GroupKey group) {
        expansion.toggle(group);
        again();
    }

    /** Opens or closes all groups. */
    void expandAll(boolean isOpen) {
        expansion.setAll(isOpen);
        again();
    }

    /** Opens the groups of the rows of which this is true. */
    void reveal(Predicate<? super T> wanted, Optional<Grouping<T>> grouping) {
        grouping.filter(_ -> shown != null)
                .ifPresent(by -> shown.rows().all().stream()
                        .filter(wanted)
                        .map(row -> new GroupKey(by.id(), by.value().apply(row)))
                        .forEach(expansion::open));
        again();
    }

    /** Arranges the rows that are there anew. */
    void again() {
        job.schedule();
    }

    void cancel() {
        job.cancel();
    }

    /** Returns the rows as they came in last; null until there are some. */
    Content<T> content() {
        return content;
    }

    /** Returns the latest result; null until there is one. */
    Shown<T> shown() {
        return shown;
    }

    private void run() {
        Content<T> current = content;
        if (current != null) {
            shown = new Shown<>(current, arrange.apply(current.rows(), expansion));
            done.run();
        }
    }
}
