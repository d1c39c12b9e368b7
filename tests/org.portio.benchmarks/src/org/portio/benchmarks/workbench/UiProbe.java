// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.workbench;

import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * An agent that is loaded into the running workbench: it works the view Connections as a user does, and watches how long
 * its UI thread goes without waiting for an event.
 */
public final class UiProbe {

    /** Everything begun before is over by then: a first arrangement of rows is not a refresh. */
    private static final Duration SETTLE = Duration.ofSeconds(4);

    /** Each has a refresh in it: refreshes come a little slower than once a second. */
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private static long woken = System.nanoTime();

    private UiProbe() {}

    /** Argument: a {@link UiAction}, how many times to measure, rows that must be there, the file to write to. */
    public static void agentmain(String argument, Instrumentation instrumentation) throws Exception {
        String[] words = argument.split(" ", 4);
        Swt swt = new Swt(instrumentation);
        AtomicLong longest = new AtomicLong();
        Object sleeping = swt.listener(() -> longest.accumulateAndGet(System.nanoTime() - woken, Math::max));
        Object waking = swt.listener(() -> woken = System.nanoTime());
        swt.inUi(() -> {
            swt.perform(UiAction.valueOf(words[0]));
            swt.addListener(Swt.GOING_TO_SLEEP, sleeping);
            swt.addListener(Swt.WOKEN_UP, waking);
        });
        Thread.sleep(SETTLE);
        longest.set(0);
        List<Long> busy = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
            Thread.sleep(WINDOW);
            busy.add(longest.getAndSet(0));
        }
        swt.inUi(() -> {
            swt.removeListener(Swt.GOING_TO_SLEEP, sleeping);
            swt.removeListener(Swt.WOKEN_UP, waking);
            int rows = swt.rows();
            if (rows < Integer.parseInt(words[2])) {
                throw new IllegalStateException("the table shows only " + rows + " rows");
            }
        });
        Files.writeString(Path.of(words[3]), busy.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    }
}
