// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.peer;

import java.io.IOException;

/** A participant in the race: PortIO itself, or another tool. */
public interface Peer extends AutoCloseable {

    String name();

    /** Reads all sockets once, and returns how long that took, in nanoseconds. */
    long measure() throws IOException;

    /** Returns how often it is measured in a round; fast peers need more samples. */
    default int callsPerRound() {
        return 1;
    }

    /** Lets the JVM compile what is measured. */
    default void warmUp() throws IOException {}

    @Override
    default void close() throws IOException {}
}
