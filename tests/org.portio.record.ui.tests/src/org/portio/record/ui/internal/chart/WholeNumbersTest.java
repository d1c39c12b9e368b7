// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;
import org.eclipse.swtchart.Range;
import org.junit.jupiter.api.Test;

class WholeNumbersTest {

    @Test
    void labelNoHalfSockets() {
        WholeNumbers format = new WholeNumbers();
        assertEquals(
                List.of("0", "", "1", "", "2,000"),
                DoubleStream.of(0, 0.5, 1, 1.5, 2000).mapToObj(format::format).toList());
    }

    @Test
    void reachSomeWayAlsoIfThereIsNothing() {
        assertEquals(new Range(0, 5.5).upper, WholeNumbers.upTo(0).upper, 0.01);
        assertEquals(1100, WholeNumbers.upTo(1000).upper, 0.01);
    }
}
