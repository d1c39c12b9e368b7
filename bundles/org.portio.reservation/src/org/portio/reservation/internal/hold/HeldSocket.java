// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.util.OptionalLong;
import org.portio.reservation.SocketShape;

/** A socket of a hold, as whoever hands it over has it: a descriptor of this process. */
public final class HeldSocket implements AutoCloseable {

    private static final int BACKLOG = 4096;

    private final int descriptor;
    private final SocketShape shape;
    private final OptionalLong inode;

    public HeldSocket(int descriptor, SocketShape shape) {
        this.descriptor = descriptor;
        this.shape = shape;
        inode = Inode.of(descriptor);
    }

    public int descriptor() {
        return descriptor;
    }

    public OptionalLong inode() {
        return inode;
    }

    /** Returns whether it shares an address with a socket of this shape. */
    public boolean meets(SocketShape other) {
        return Extent.of(shape).meets(Extent.of(other));
    }

    public boolean isListening() {
        return new LinuxSockets().isListening(descriptor);
    }

    /** Makes it listen; if that fails, the program's own attempt says why. */
    public void listen() {
        if (Extent.of(shape).isLoopback()) {
            // The program's options were put on it, and it has none of this kind.
            new LinuxSockets().device(descriptor, LinuxHold.LOOPBACK);
        }
        new Listening(descriptor).begin(BACKLOG);
    }

    @Override
    public void close() {
        new LinuxSockets().close(descriptor);
    }
}
