// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

/** Waits for threads. */
public final class ThreadEnd {

    private ThreadEnd() {}

    /** Waits until a thread has ended. If this one is interrupted meanwhile, it waits all the same, and is interrupted afterwards. */
    public static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
