// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Shows that a parser takes four times as long for a text that is four times as long, and not sixteen times or more. What is
 * compared is the processor time of this thread within one run, so that neither the machine nor its load matters. Texts grow
 * from a quarter of a kilobyte, so that a parser that is far too slow fails long before the longest.
 */
public final class LinearTime {

    /** The length of the longest text that a test tries. */
    public static final int LONGEST = 1 << 20;

    private static final int SHORTEST = 256;
    private static final int STEP = 4;

    /** Between four, which is linear, and sixteen, which is quadratic. */
    private static final double MOST = 12;

    /** A shorter time says more about the compiler, the collector and the processor's caches than about the parser. */
    private static final long LEAST_NANOS = 60_000_000;

    private static final int TRIES = 8;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LinearTime() {}

    /**
     * Fails if the time grows faster than the text.
     *
     * @param input makes a text of about this many characters
     * @param parser takes it; what it throws because it does not like the text does not count
     */
    public static void assertLinear(String what, IntFunction<String> input, Consumer<String> parser) {
        assertLinear(what, LONGEST, input, parser);
    }

    /** Checks the same up to another length, and for other things than texts. */
    public static <T> void assertLinear(String what, int longest, IntFunction<T> input, Consumer<T> parser) {
        long most = Long.MAX_VALUE;
        for (int length = SHORTEST; length <= longest; length *= STEP) {
            long nanos = time(input.apply(length), parser, most);
            if (nanos > most) {
                throw new AssertionError(what + ": " + length + " characters take " + nanos / 1000
                        + " microseconds; with the time that a quarter of them takes, " + most / 1000
                        + " are the most");
            }
            most = (long) (MOST * Math.max(LEAST_NANOS, nanos));
        }
    }

    /** Measures again if the time is too long: other work of the machine, and the compiler, can only make it longer. */
    private static <T> long time(T text, Consumer<T> parser, long most) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i == 0 || i < TRIES && best > most; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                parser.accept(text);
            } catch (RuntimeException _) {
                // Only the time counts; other tests check whether the text is right.
            }
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
