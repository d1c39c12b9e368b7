// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.nio.file.Path;
import java.util.Set;
import org.portio.reservation.SocketShape;

/** The sockets that keep a port. One thread at a time uses it. */
public interface Hold extends AutoCloseable {

    /** Whether who binds with {@code SO_REUSEADDR} gets the port beside this socket. */
    void letOthersIn(boolean open) throws HoldException;

    /** Makes connecting clients wait to be accepted, and sends the socket's descriptor to this socket. */
    void lendTo(Path receiver) throws HoldException;

    /**
     * Gives the socket of a program that asks for this shape, and makes way for it to listen: sends its descriptor to this socket.
     *
     * @throws HoldException {@code CONFLICT} if a socket that was handed out before, or somebody else's, is in the way
     */
    void handOut(SocketShape shape, Path receiver) throws HoldException;

    /** Returns the numbers of its sockets, as the system shows them; empty if it does not. */
    Set<Long> inodes();

    /** Ends what was done with its sockets, without letting go of the port: none listens, or is connected. */
    void stopListening() throws HoldException;

    /** Lets go of the port. */
    @Override
    void close();
}
