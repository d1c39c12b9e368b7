// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.nio.file.Path;

/** A socket that keeps a port. One thread at a time uses it. */
public interface Hold extends AutoCloseable {

    /** Whether who binds with {@code SO_REUSEADDR} gets the port beside this socket. */
    void letOthersIn(boolean open) throws HoldException;

    /** Makes connecting clients wait to be accepted, and sends the socket's descriptor to this socket. */
    void lendTo(Path receiver) throws HoldException;

    /** Ends that clients wait, without letting go of the port. */
    void stopListening() throws HoldException;

    /** Lets go of the port. */
    @Override
    void close();
}
