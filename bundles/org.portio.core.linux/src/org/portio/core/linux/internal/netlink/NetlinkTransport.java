// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A way to ask sock_diag something; for one thread at a time. */
public interface NetlinkTransport extends AutoCloseable {

    /** Returns where a request is written before it is sent, and where an answer lies until the next is received. */
    ByteBuffer buffer();

    /** Sends so many bytes from the beginning of the buffer. */
    void send(int length) throws IOException;

    /** Waits for the next part of an answer, and gives its length in bytes. */
    int receive() throws IOException;

    /** Returns the name that the interface of this number has in the namespace of this; empty if it has gone. */
    String interfaceName(int index);

    @Override
    void close();
}
