// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.udp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A bound UDP socket that answers. One thread receives and answers; any may close it, which ends its waiting. */
public interface DatagramPort extends Closeable {

    /** Returns what it is bound to. */
    InetSocketAddress local();

    /**
     * Waits for a datagram, puts it into the buffer and returns its sender. Throws a
     * {@link java.nio.channels.ClosedChannelException} when the socket is closed.
     */
    InetSocketAddress receive(ByteBuffer buffer) throws IOException;

    /** Answers the sender of the latest datagram, from the address that it was sent to; returns the number of bytes. */
    int answer(ByteBuffer data) throws IOException;
}
