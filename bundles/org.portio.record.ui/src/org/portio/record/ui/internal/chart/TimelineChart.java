// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IAxis.Position;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.ITitle;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.model.DoubleArraySeriesModel;
import org.portio.record.ui.internal.chart.Timeline.Bucket;
import org.portio.ui.Labels;

/** Draws a timeline: bars of what opened and ended, and a line of what was there. UI thread only. */
public final class TimelineChart {

    private static final String OPENED = "org.portio.record.ui.opened";
    private static final String ENDED = "org.portio.record.ui.ended";
    private static final String PRESENT = "org.portio.record.ui.present";

    private static final int PADDING = 20;

    private final Chart chart;
    private final IAxis time;
    private final IAxis counts;
    private final IAxis presence;
    private final IBarSeries<Integer> opened;
    private final IBarSeries<Integer> ended;
    private final ILineSeries<Integer> present;
    private final TimeAxis times;
    private final Marks marks;
    private Timeline shown = Timeline.EMPTY;

    public TimelineChart(Composite parent, RangeListener listener) {
        chart = new Chart(parent, SWT.NONE);
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.RIGHT);
        time = chart.getAxisSet().getXAxis(0);
        counts = chart.getAxisSet().getYAxis(0);
        presence = chart.getAxisSet().getYAxis(chart.getAxisSet().createYAxis());
        presence.setPosition(Position.Secondary);
        opened = bars("opened", Messages.TimelineChart_opened);
        ended = bars("ended", Messages.TimelineChart_ended);
        present = line();
        setUp(time, "");
        setUp(counts, Messages.TimelineChart_counts);
        setUp(presence, "");
        counts.getTick().setFormat(new WholeNumbers());
        presence.getTick().setFormat(new WholeNumbers());
        Control plot = chart.getPlotArea().getControl();
        Labels.name(plot, Messages.TimelineChart_name);
        times = new TimeAxis(time);
        marks = new Marks(chart.getPlotArea(), times);
        Gestures.bind(plot, times, marks, () -> shown, listener);
        applyColours();
    }

    @SuppressWarnings("unchecked") // what the library makes is of the rows that it is given
    private IBarSeries<Integer> bars(String id, String title) {
        IBarSeries<Integer> series = (IBarSeries<Integer>) chart.getSeriesSet().createSeries(SeriesType.BAR, id);
        series.setDescription(title);
        series.setBarPadding(PADDING);
        return series;
    }

    @SuppressWarnings("unchecked") // what the library makes is of the rows that it is given
    private ILineSeries<Integer> line() {
        ILineSeries<Integer> series =
                (ILineSeries<Integer>) chart.getSeriesSet().createSeries(SeriesType.LINE, "present");
        series.setDescription(Messages.TimelineChart_present);
        series.setYAxisId(presence.getId());
        series.setSymbolType(PlotSymbolType.NONE);
        series.setLineWidth(2);
        return series;
    }

    private static void setUp(IAxis axis, String title) {
        axis.getTitle().setText(title);
        axis.getTitle().setVisible(!title.isEmpty());
        axis.getGrid().setStyle(LineStyle.NONE);
        Font font = JFaceResources.getDefaultFont();
        axis.getTitle().setFont(font);
        axis.getTick().setFont(font);
    }

    public Control control() {
        return chart;
    }

    public void setFocus() {
        chart.getPlotArea().getControl().setFocus();
    }

    /** Shows a timeline, and a part of it as selected; null for none. */
    public void show(Timeline timeline, TimeRange selected) {
        chart.suspendUpdate(true);
        applyColours();
        if (!timeline.equals(shown) && !timeline.buckets().isEmpty()) {
            shown = timeline;
            fill(timeline.buckets());
        }
        marks.select(selected);
        marks.setGaps(timeline.buckets());
        chart.suspendUpdate(false);
        chart.redraw();
    }

    /** Marks the moment that all views show; null for none. */
    public void showMoment(Instant moment) {
        marks.setMoment(moment);
    }

    private void fill(List<Bucket> buckets) {
        Instant from = buckets.getFirst().from();
        Instant until = buckets.getLast().until();
        times.show(new TimeRange(from, until));
        double[] middles = values(buckets, bucket -> times.number(middle(bucket)));
        opened.setDataModel(new DoubleArraySeriesModel(middles, values(buckets, Bucket::opened)));
        ended.setDataModel(new DoubleArraySeriesModel(middles, values(buckets, Bucket::ended)));
        present.setDataModel(new DoubleArraySeriesModel(middles, values(buckets, Bucket::present)));
        long most = buckets.stream()
                .mapToLong(bucket -> Math.max(bucket.opened(), bucket.ended()))
                .max()
                .orElse(0);
        counts.setRange(WholeNumbers.upTo(most));
        long there = buckets.stream().mapToLong(Bucket::present).max().orElse(0);
        presence.setRange(WholeNumbers.upTo(there));
        Duration width =
                Duration.between(buckets.getFirst().from(), buckets.getFirst().until());
        counts.getTitle().setText(NLS.bind(Messages.TimelineChart_countsPer, text(width)));
    }

    private static Instant middle(Bucket bucket) {
        return bucket.from()
                .plus(Duration.between(bucket.from(), bucket.until()).dividedBy(2));
    }

    private static double[] values(List<Bucket> buckets, ToDoubleFunction<Bucket> value) {
        return buckets.stream().mapToDouble(value).toArray();
    }

    private static String text(Duration width) {
        if (width.toMinutes() < 1) {
            return width.toSeconds() + " s";
        }
        return width.toHours() < 1
                ? width.toMinutes() + " min"
                : width.toDays() < 1 ? width.toHours() + " h" : width.toDays() + " d";
    }

    /** Takes the colours of the theme, which may have changed since the last time. */
    private void applyColours() {
        Color background = chart.getParent().getBackground();
        Color foreground = chart.getParent().getForeground();
        chart.setBackground(background);
        chart.getPlotArea().setBackground(background);
        chart.getLegend().setBackground(background);
        chart.getLegend().setForeground(foreground);
        for (IAxis axis : List.of(time, counts, presence)) {
            ITitle title = axis.getTitle();
            title.setForeground(foreground);
            axis.getTick().setForeground(foreground);
        }
        opened.setBarColor(theme(OPENED));
        ended.setBarColor(theme(ENDED));
        present.setLineColor(theme(PRESENT));
    }

    private static Color theme(String id) {
        return JFaceResources.getColorRegistry().get(id);
    }
}
