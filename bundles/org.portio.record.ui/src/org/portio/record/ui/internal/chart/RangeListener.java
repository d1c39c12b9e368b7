// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.time.Instant;

/** Takes what the user does with a chart of time; on the UI thread. */
public interface RangeListener {

    /** A range was selected; null if that was undone. */
    void selected(TimeRange range);

    /** A range is to fill the chart. */
    void zoomed(TimeRange range);

    /** A moment is to be gone to. */
    void chosen(Instant time);
}
