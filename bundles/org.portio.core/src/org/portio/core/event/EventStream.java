// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.ConnectionException;
import org.portio.core.Unseen;

/** Hands on what the operating system tells, until it is closed. Used by one thread; closed from any. */
@ConsumerType
public interface EventStream extends AutoCloseable {

    /** Returns what it tells of, with the rights that there are here. */
    Set<EventKind> kinds();

    /** Returns what it cannot tell of here, and why. */
    List<Unseen> limits();

    /**
     * Waits until something has happened, or for this long, and returns what did, in the order in which it was told; empty
     * if nothing did.
     *
     * @throws ConnectionException if it cannot tell any more
     */
    List<KernelEvent> poll(Duration timeout) throws ConnectionException;

    /**
     * Returns a moment until which the latest {@link #poll} and those before have returned all that was told. What happened
     * just before may not have been told by then.
     */
    default Instant heardUntil() {
        return Instant.now();
    }

    /**
     * Reads the kernel's counters; empty if it has none.
     *
     * @throws ConnectionException if they cannot be read any more
     */
    Optional<SocketCounters> counters() throws ConnectionException;

    @Override
    void close();
}
