// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.text.DecimalFormat;
import java.text.FieldPosition;

/** Labels whole numbers of an axis alone: there are no half sockets. */
final class WholeNumbers extends DecimalFormat {

    private static final long serialVersionUID = 1L;

    WholeNumbers() {
        super("#,###");
    }

    @Override
    public StringBuffer format(double number, StringBuffer result, FieldPosition position) {
        return number == Math.rint(number) ? super.format(number, result, position) : result;
    }
}
