// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.time.Duration;

/** A process of which the system is held to account: what is done here is done to it, or to nobody. */
interface RunningProcess extends AutoCloseable {

    /** The result of a signal. */
    enum Answer {
        SENT,
        GONE,
        DENIED
    }

    /** Asks it to end, as by SIGTERM. */
    Answer ask();

    /** Continues it with SIGCONT if it was stopped, so that it can act on what it is asked. */
    void resume();

    /** Ends it, as by SIGKILL. */
    Answer force();

    /** Waits until it has ended; false if it still runs after this time. */
    boolean awaitEnd(Duration limit);

    @Override
    void close();
}
