// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.text.DecimalFormat;
import java.text.FieldPosition;
import org.eclipse.swtchart.Range;

/** Labels whole numbers of an axis alone: there are no half sockets. */
final class WholeNumbers extends DecimalFormat {

    private static final long serialVersionUID = 1L;
    private static final double HEADROOM = 1.1;
    /** The least number at the top: a single socket does not fill the chart. */
    private static final long LEAST = 5;

    /** Returns the range of an axis on which there are labels up to this number, even if that is 0. */
    static Range upTo(long most) {
        return new Range(0, Math.max(LEAST, most) * HEADROOM);
    }

    WholeNumbers() {
        super("#,###");
    }

    @Override
    public StringBuffer format(double number, StringBuffer result, FieldPosition position) {
        return number == Math.rint(number) ? super.format(number, result, position) : result;
    }
}
