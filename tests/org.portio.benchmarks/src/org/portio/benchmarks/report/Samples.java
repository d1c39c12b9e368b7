// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.report;

import java.util.Arrays;

/** The measurements of one thing, in ascending order; times in milliseconds. */
public record Samples(double... sorted) {

    private static final double NANOS_PER_MILLI = 1e6;

    public Samples {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    public static Samples ofNanos(long... nanos) {
        return new Samples(
                Arrays.stream(nanos).mapToDouble(n -> n / NANOS_PER_MILLI).toArray());
    }

    public double min() {
        return sorted[0];
    }

    /** Returns the middle one; of an even number, the lower of the two. */
    public double median() {
        return sorted[(sorted.length - 1) / 2];
    }

    public double max() {
        return sorted[sorted.length - 1];
    }
}
