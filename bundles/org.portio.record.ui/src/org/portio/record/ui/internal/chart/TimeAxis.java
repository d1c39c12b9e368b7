// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.Range;

/** The axis of a chart with its times. UI thread only. */
final class TimeAxis {

    private final IAxis axis;
    private TimeScale scale =
            TimeScale.of(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)), ZoneId.systemDefault());

    TimeAxis(IAxis axis) {
        this.axis = axis;
        axis.getTick().setFormat(new Labels());
    }

    /** Shows this range from now on. */
    void show(TimeRange range) {
        scale = TimeScale.of(range, ZoneId.systemDefault());
        axis.setRange(new Range(scale.number(range.from()), scale.number(range.until())));
    }

    /** Returns the number that the series of the chart have for a time, until another range is shown. */
    double number(Instant time) {
        return scale.number(time);
    }

    Instant at(int pixel) {
        return scale.time(axis.getDataCoordinate(pixel));
    }

    int pixel(Instant time) {
        return axis.getPixelCoordinate(scale.number(time));
    }

    /** The texts of the labels; the library never reads them back. */
    private final class Labels extends Format {

        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(Object number, StringBuffer text, FieldPosition position) {
            return text.append(scale.label(((Number) number).doubleValue()));
        }

        @Override
        public Object parseObject(String text, ParsePosition position) {
            return null;
        }
    }
}
