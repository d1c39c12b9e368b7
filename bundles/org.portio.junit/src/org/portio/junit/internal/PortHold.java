// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.channels.NetworkChannel;
import org.portio.core.Protocol;
import org.portio.junit.HandOver;

/**
 * A port that is kept for a test, until it is closed.
 *
 * @param way not {@link HandOver#AUTO}
 * @param socket the hold; null if it was released
 * @param claim what keeps other test runs from choosing the number; null if the hold does that, or nothing
 */
record PortHold(int port, Protocol protocol, HandOver way, NetworkChannel socket, FileLock claim)
        implements AutoCloseable {

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        if (claim != null) {
            claim.release();
        }
    }

    /** Returns text such as {@code TCP 18231 by latch}. */
    @Override
    public String toString() {
        return protocol + " " + port + " by " + way.label();
    }
}
