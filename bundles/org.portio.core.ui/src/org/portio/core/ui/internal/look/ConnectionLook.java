// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.system.Subscription;
import org.portio.core.ui.internal.icon.ProcessIcons;
import org.portio.ui.table.RowLook;

/**
 * The looks of connections: what is new is green for a while, what has changed yellow, what has closed red and then dimmed, and
 * each state has a mark of its own.
 */
public final class ConnectionLook {

    private static final String CLOSED_COLOUR = "org.portio.core.ui.closedConnection";

    /** Which rows are marked, and as of when. */
    public record Moment(boolean highlights, Map<Connection, Instant> closed, InstantSource clock) {}

    private final Highlights highlights = new Highlights();
    private final MarkImages marks;
    private final ProcessIcons icons;
    private final Runnable restyle;
    private final Job fade;
    private final Subscription preferences;
    private final IPropertyChangeListener colours;
    private volatile long changedNanos;

    /**
     * Creates those of a table.
     *
     * @param table around its rows
     * @param restyle asks for the looks of the rows in sight anew, on any thread
     * @param renew asks for the looks of all, because the user prefers others
     */
    public ConnectionLook(Control table, Runnable restyle, Runnable renew) {
        marks = new MarkImages(table.getDisplay());
        this.restyle = restyle;
        fade = Job.createSystem("Fade out highlights", (ICoreRunnable) _ -> fade());
        icons = new ProcessIcons(table, restyle);
        preferences = LookPreferences.onChange(renew);
        colours = _ -> restyle.run();
        JFaceResources.getColorRegistry().addListener(colours);
        table.addDisposeListener(_ -> dispose());
    }

    /** Takes in what has changed. From any thread. */
    public void refreshed(Snapshot snapshot, Delta delta) {
        Duration lasting = LookPreferences.highlight();
        highlights.refreshed(snapshot, delta, lasting);
        if (!delta.isEmpty()) {
            changedNanos = System.nanoTime();
            fade.schedule(lasting.toMillis());
        }
    }

    /** The latest change may have been after this was scheduled. */
    private void fade() {
        restyle.run();
        long left = LookPreferences.highlight().toNanos() - (System.nanoTime() - changedNanos);
        if (left > 0) {
            fade.schedule(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        }
    }

    /** Returns the looks of rows at a moment. From any thread. */
    public RowLook<Connection> of(Moment moment) {
        boolean hasMarks = LookPreferences.hasMarks();
        Map<String, Function<? super Connection, Image>> images = new HashMap<>();
        if (hasMarks) {
            images.put("state", marks::of);
        }
        if (LookPreferences.hasIcons()) {
            images.put("process", icons::of);
        }
        Duration lasting = moment.highlights() ? LookPreferences.highlight() : Duration.ZERO;
        return new RowLook<>(
                row -> colour(row, moment, lasting), row -> isDimmed(row, moment, lasting, hasMarks), images);
    }

    private String colour(Connection row, Moment moment, Duration lasting) {
        if (moment.closed().containsKey(row)) {
            return hasJustClosed(row, moment, lasting) ? CLOSED_COLOUR : null;
        }
        return highlights.colour(row, moment.clock().instant(), lasting);
    }

    private static boolean isDimmed(Connection row, Moment moment, Duration lasting, boolean withMarks) {
        return moment.closed().containsKey(row)
                ? !hasJustClosed(row, moment, lasting)
                : withMarks && row.state() == TcpState.TIME_WAIT;
    }

    private static boolean hasJustClosed(Connection row, Moment moment, Duration lasting) {
        return moment.closed().get(row).plus(lasting).isAfter(moment.clock().instant());
    }

    private void dispose() {
        fade.cancel();
        preferences.close();
        JFaceResources.getColorRegistry().removeListener(colours);
        marks.dispose();
        icons.dispose();
    }
}
