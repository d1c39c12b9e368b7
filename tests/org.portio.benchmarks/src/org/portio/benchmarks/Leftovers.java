// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sockets in TIME-WAIT that others left before: they would be counted, and are gone in a minute. */
final class Leftovers {

    private static final Pattern IN_TIME_WAIT = Pattern.compile("^TCP:.* tw (\\d+)", Pattern.MULTILINE);
    private static final Path STATISTICS = Path.of("/proc/net/sockstat");
    private static final int FEW = 100;
    private static final int LONGEST_WAIT = 70;

    private Leftovers() {}

    static void awaitEnd(PrintWriter progress) throws IOException, InterruptedException {
        for (int second = 0; second < LONGEST_WAIT && count() > FEW; second++) {
            if (second == 0) {
                progress.println("  waiting for " + count() + " sockets in TIME-WAIT to end");
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private static int count() throws IOException {
        Matcher matcher = IN_TIME_WAIT.matcher(Files.readString(STATISTICS));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
