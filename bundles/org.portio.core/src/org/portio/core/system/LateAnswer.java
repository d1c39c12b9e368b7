// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.time.Duration;

/** Says that code of some bundle takes too long; the stack is that of the thread that it runs on. */
public final class LateAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Duration limit;

    /**
     * Describes one that goes on meanwhile.
     *
     * @param limit the time that it had
     * @param running what runs it; null if nothing does any more
     */
    public LateAnswer(Duration limit, Thread running) {
        super("takes longer than " + limit.toMillis() + " ms", null, false, true);
        this.limit = limit;
        if (running != null) {
            setStackTrace(running.getStackTrace());
        }
    }

    public Duration limit() {
        return limit;
    }
}
