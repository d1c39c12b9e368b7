// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.time.Instant;
import java.util.List;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.IPlotArea;
import org.portio.record.ui.internal.chart.Timeline.Bucket;

/** Marks over a chart: the selected range, the cursor of the keyboard, and the times that were not watched. */
final class Marks implements ICustomPaintListener {

    private static final String GAP = "org.portio.record.ui.gap";
    private static final String PRESENT = "org.portio.record.ui.present";
    private static final int SHADE = 60;
    private static final int OPAQUE = 255;

    private final IPlotArea area;
    private final TimeAxis time;
    private List<Bucket> gaps = List.of();
    private TimeRange selected;
    private Instant cursor;
    private Instant moment;

    Marks(IPlotArea area, TimeAxis time) {
        this.area = area;
        this.time = time;
        area.addCustomPaintListener(this);
    }

    void select(TimeRange range) {
        selected = range;
        area.getControl().redraw();
    }

    TimeRange selected() {
        return selected;
    }

    /** Shows where the keyboard is; null for nowhere. */
    void setCursor(Instant at) {
        cursor = at;
        area.getControl().redraw();
    }

    Instant cursor() {
        return cursor;
    }

    /** Shows which moment all views show; null for none. */
    void setMoment(Instant at) {
        moment = at;
        area.getControl().redraw();
    }

    void setGaps(List<Bucket> buckets) {
        gaps = buckets.stream().filter(bucket -> !bucket.watched()).toList();
    }

    @Override
    public void paintControl(PaintEvent event) {
        GC gc = event.gc;
        int height = area.getSize().y;
        gc.setBackground(JFaceResources.getColorRegistry().get(GAP));
        for (Bucket gap : gaps) {
            fill(gc, gap.from(), gap.until(), height);
        }
        label(gc, height);
        if (selected != null) {
            gc.setBackground(JFaceResources.getColorRegistry().get(PRESENT));
            gc.setAlpha(SHADE);
            fill(gc, selected.from(), selected.until(), height);
            gc.setAlpha(OPAQUE);
        }
        line(gc, cursor, 1, height);
        line(gc, moment, 2, height);
    }

    private void line(GC gc, Instant at, int width, int height) {
        if (at != null) {
            gc.setForeground(area.getChart().getLegend().getForeground());
            gc.setLineWidth(width);
            gc.drawLine(pixel(at), 0, pixel(at), height);
        }
    }

    /** Says of the first gap what it is, if there is room. */
    private void label(GC gc, int height) {
        if (gaps.isEmpty()) {
            return;
        }
        Point size = gc.textExtent(Messages.Marks_notWatched);
        int left = pixel(gaps.getFirst().from());
        int right = pixel(endOfFirst());
        if (right - left > size.x) {
            gc.setForeground(area.getChart().getLegend().getForeground());
            gc.drawText(Messages.Marks_notWatched, (left + right - size.x) / 2, (height - size.y) / 2, true);
        }
    }

    private Instant endOfFirst() {
        Instant end = gaps.getFirst().until();
        for (Bucket gap : gaps) {
            end = gap.from().equals(end) ? gap.until() : end;
        }
        return end;
    }

    private void fill(GC gc, Instant from, Instant until, int height) {
        int left = pixel(from);
        gc.fillRectangle(left, 0, Math.max(1, pixel(until) - left), height);
    }

    private int pixel(Instant at) {
        return time.pixel(at);
    }
}
