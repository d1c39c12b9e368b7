// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** X servers for windows that tests start. */
final class XServer {

    private static final int FIRST = 1000;
    private static final int NUMBERS_EACH = 50;
    private static final int RANGES = 1000;

    /**
     * The next number, from a range that only this process uses: a server that "xvfb-run --auto-servernum" has just ended takes
     * the socket of the one that gets its number with it.
     */
    private static final AtomicInteger NUMBER = new AtomicInteger(
            FIRST + NUMBERS_EACH * (int) (ProcessHandle.current().pid() % RANGES));

    /** Waits first: on a busy machine, xvfb-run may go on before the server answers. */
    private static final String WHEN_IT_ANSWERS = "i=0; until xwininfo -root >/dev/null 2>&1 || [ $i -ge 300 ]; do"
            + " i=$((i + 1)); sleep 0.1; done; exec \"$@\"";

    private XServer() {}

    /** Returns a command that runs this one under a server of its own. */
    static List<String> around(List<String> command) {
        List<String> all = new ArrayList<>(List.of("xvfb-run", "--server-num=" + NUMBER.getAndIncrement()));
        all.addAll(List.of("sh", "-c", WHEN_IT_ANSWERS, "sh"));
        all.addAll(command);
        return all;
    }
}
