// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/**
 * Reads the sockets of this machine. Any bundle may publish one as an OSGi service; the one with the highest
 * {@code service.ranking} that is {@link #isAvailable()} is used.
 */
public interface ConnectionSource {

    /** Short name for logs and for the user, as in {@code oshi}. */
    String name();

    /** Whether it works on this machine. Asked once, before the first snapshot. */
    boolean isAvailable();

    /**
     * Takes a snapshot. Called from one thread at a time, never from the UI's.
     *
     * @throws ConnectionException when the system refuses; the message says what to do
     */
    Snapshot read() throws ConnectionException;
}
