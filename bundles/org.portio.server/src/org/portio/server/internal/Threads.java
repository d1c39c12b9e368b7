// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.time.Duration;

/** Waits for threads to end. */
final class Threads {

    private Threads() {}

    /** Waits for it if it has been started; an interrupt ends the waiting and is kept. */
    static void join(Thread thread, Duration patience) {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
