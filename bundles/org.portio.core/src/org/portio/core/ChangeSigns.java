// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Notices between two snapshots whether sockets may have changed, at far less than the cost of a snapshot. Used by one
 * thread at a time.
 */
@ConsumerType
public interface ChangeSigns extends AutoCloseable {

    /** What was noticed; each is a stronger reason for a new snapshot than the one before it. */
    enum Sign {
        /** Nothing. What gives no sign, such as a descriptor passed to another process, may still have happened. */
        NONE,
        /** Data was sent or received, which can change queues, and the state of a socket whose peer has closed. */
        TRAFFIC,
        /** A socket was opened, closed, or changed its state. */
        CHANGED
    }

    /**
     * Returns what happened since the last call, or since this was opened. Does not wait.
     *
     * @throws ConnectionException if it cannot tell any more
     */
    Sign look() throws ConnectionException;

    @Override
    void close();
}
