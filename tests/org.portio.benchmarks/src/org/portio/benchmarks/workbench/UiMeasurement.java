// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.workbench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.portio.benchmarks.farm.SocketFarm;
import org.portio.benchmarks.report.Samples;

/**
 * Measures how long the UI thread is busy at a stretch, in several states of the view Connections; first while all is
 * quiet.
 */
public record UiMeasurement(Path product, int times, PrintWriter progress) {

    private static final String CHURNING = ", 2,000 new sockets a second";
    private static final int NEW_SOCKETS_PER_SECOND = 2000;

    /** The number of sockets in a hundred that are on the addresses of the filter, at least. */
    private static final int FILTERED_PERCENT = 60;

    /** Everything that is measured, by name. */
    public static List<String> states() {
        return Arrays.stream(UiAction.values())
                .flatMap(action -> Stream.of(name(action, ""), name(action, CHURNING)))
                .toList();
    }

    private static String name(UiAction action, String suffix) {
        return "UI thread, " + action.title() + suffix;
    }

    public void run(SocketFarm farm, int sockets, BiConsumer<String, Samples> results) throws IOException {
        try (UiRun run = new UiRun(product)) {
            measure(run, sockets, "", results);
            farm.churn(NEW_SOCKETS_PER_SECOND);
            measure(run, sockets, CHURNING, results);
        }
    }

    private void measure(UiRun run, int sockets, String suffix, BiConsumer<String, Samples> results)
            throws IOException {
        for (UiAction action : UiAction.values()) {
            String name = name(action, suffix);
            progress.println("  " + name);
            int rows = action == UiAction.FILTER ? sockets / 100 * FILTERED_PERCENT : sockets;
            results.accept(name, run.measure(action, times, rows));
        }
    }
}
