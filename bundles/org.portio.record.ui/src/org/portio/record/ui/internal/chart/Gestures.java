// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.portio.record.ui.internal.chart.Timeline.Bucket;

/**
 * Mouse and keyboard on a chart. By mouse: dragging selects, a click undoes that, the wheel zooms, a double click goes to
 * a moment. By keyboard: the arrows move, with Shift they select, Escape undoes that, + and - zoom, Enter goes to the moment.
 */
final class Gestures {

    private static final int DRAG_PIXELS = 4;
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final int ZOOM = 2;

    private final Control plot;
    private final TimeAxis time;
    private final Marks marks;
    private final Supplier<Timeline> timeline;
    private final RangeListener listener;
    private int pressed = -1;
    private Instant anchor;

    private Gestures(Control plot, TimeAxis time, Marks marks, Supplier<Timeline> timeline, RangeListener listener) {
        this.plot = plot;
        this.time = time;
        this.marks = marks;
        this.timeline = timeline;
        this.listener = listener;
    }

    static void bind(Control plot, TimeAxis time, Marks marks, Supplier<Timeline> timeline, RangeListener listener) {
        Gestures gestures = new Gestures(plot, time, marks, timeline, listener);
        plot.addListener(SWT.MouseDown, gestures::press);
        plot.addListener(SWT.MouseMove, gestures::drag);
        plot.addListener(SWT.MouseUp, gestures::release);
        plot.addListener(SWT.MouseDoubleClick, event -> listener.chosen(gestures.at(event.x)));
        plot.addListener(SWT.MouseVerticalWheel, gestures::turn);
        plot.addListener(SWT.KeyDown, gestures::type);
        // A canvas would keep Tab for itself.
        plot.addListener(
                SWT.Traverse,
                event -> event.doit |=
                        event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    private Instant at(int x) {
        return time.at(x);
    }

    private void press(Event event) {
        if (event.button == 1) {
            plot.setFocus();
            pressed = event.x;
        }
    }

    private void drag(Event event) {
        if (pressed >= 0 && Math.abs(event.x - pressed) >= DRAG_PIXELS) {
            marks.select(TimeRange.between(at(pressed), at(event.x)));
        }
    }

    private void release(Event event) {
        if (event.button != 1 || pressed < 0) {
            return;
        }
        boolean dragged = Math.abs(event.x - pressed) >= DRAG_PIXELS;
        TimeRange range = dragged ? TimeRange.between(at(pressed), at(event.x)) : null;
        pressed = -1;
        if (range != null || marks.selected() != null) {
            select(range);
        }
    }

    private void select(TimeRange range) {
        marks.select(range);
        listener.selected(range);
    }

    private void turn(Event event) {
        zoom(at(event.x), event.count > 0);
        event.doit = false;
    }

    private void zoom(Instant around, boolean isIn) {
        List<Bucket> buckets = timeline.get().buckets();
        if (buckets.isEmpty()) {
            return;
        }
        Instant from = buckets.getFirst().from();
        Instant until = buckets.getLast().until();
        if (isIn && Duration.between(from, until).compareTo(SHORTEST) <= 0) {
            return;
        }
        Duration before = Duration.between(from, around);
        Duration after = Duration.between(around, until);
        listener.zoomed(TimeRange.between(
                around.minus(isIn ? before.dividedBy(ZOOM) : before.multipliedBy(ZOOM)),
                around.plus(isIn ? after.dividedBy(ZOOM) : after.multipliedBy(ZOOM))));
    }

    private void type(Event event) {
        List<Bucket> buckets = timeline.get().buckets();
        if (buckets.isEmpty()) {
            return;
        }
        Instant cursor = marks.cursor() == null ? buckets.getLast().from() : marks.cursor();
        Duration width =
                Duration.between(buckets.getFirst().from(), buckets.getFirst().until());
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> move(cursor.minus(width), event.stateMask, buckets);
            case SWT.ARROW_RIGHT -> move(cursor.plus(width), event.stateMask, buckets);
            case SWT.HOME -> move(buckets.getFirst().from(), event.stateMask, buckets);
            case SWT.END -> move(buckets.getLast().until(), event.stateMask, buckets);
            case SWT.ESC -> escape();
            case SWT.CR, SWT.KEYPAD_CR -> listener.chosen(cursor);
            default -> zoomByKey(event.character, cursor);
        }
    }

    private void zoomByKey(char key, Instant cursor) {
        if (key == '+' || key == '-') {
            zoom(cursor, key == '+');
        }
    }

    private void move(Instant to, int modifiers, List<Bucket> buckets) {
        Instant first = buckets.getFirst().from();
        Instant last = buckets.getLast().until();
        Instant cursor = to.isBefore(first) ? first : to.isAfter(last) ? last : to;
        if ((modifiers & SWT.SHIFT) == 0) {
            anchor = null;
        } else {
            anchor = anchor == null ? marks.cursor() : anchor;
            select(TimeRange.between(anchor == null ? last : anchor, cursor));
        }
        marks.setCursor(cursor);
    }

    private void escape() {
        anchor = null;
        marks.setCursor(null);
        select(null);
    }
}
