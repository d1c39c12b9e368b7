// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.udp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.portio.core.kernel.ErrorText;
import org.portio.core.kernel.SocketName;
import org.portio.core.kernel.Syscalls;

/**
 * A UDP socket by the kernel's own calls. Bound to all addresses, it answers each client from the one that the client has
 * asked: from another, a client that is connected to its server takes no answer. Linux only.
 */
public final class KernelPort implements DatagramPort {

    private static final int LARGEST_DATAGRAM = 65_535;
    private static final int SHUT_RDWR = 2;
    /** Size of {@code struct msghdr}, and where its parts are. */
    private static final int MESSAGE = 56;

    private static final int NAME_LENGTH = 8;
    private static final int CONTROL_LENGTH = 40;
    private static final int FLAGS = 48;

    private final Syscalls kernel = new Syscalls();
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment name = arena.allocate(SocketName.SPACE, 8);
    private final MemorySegment data = arena.allocate(LARGEST_DATAGRAM, 8);
    private final MemorySegment part = arena.allocate(16, 8);
    private final MemorySegment control = arena.allocate(AskedAddress.SPACE, 8);
    private final MemorySegment message = arena.allocate(MESSAGE, 8);
    private final AskedAddress asked = new AskedAddress(control);
    private final long socket;
    private final InetSocketAddress local;
    private int calls;
    private boolean closed;

    /** @param socket is bound, and notes the addresses that datagrams are sent to */
    KernelPort(long socket, InetSocketAddress local) {
        this.socket = socket;
        this.local = local;
        part.set(ValueLayout.JAVA_LONG, 0, data.address());
        message.set(ValueLayout.JAVA_LONG, 0, name.address());
        message.set(ValueLayout.JAVA_LONG, 16, part.address());
        message.set(ValueLayout.JAVA_LONG, 24, 1);
        message.set(ValueLayout.JAVA_LONG, 32, control.address());
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public InetSocketAddress receive(ByteBuffer buffer) throws IOException {
        message.set(ValueLayout.JAVA_INT, NAME_LENGTH, SocketName.SPACE);
        message.set(ValueLayout.JAVA_LONG, CONTROL_LENGTH, AskedAddress.SPACE);
        int length = call(Syscalls.RECVMSG, LARGEST_DATAGRAM);
        buffer.put(data.asSlice(0, length).asByteBuffer());
        int noted = (int) message.get(ValueLayout.JAVA_LONG, CONTROL_LENGTH);
        message.set(ValueLayout.JAVA_LONG, CONTROL_LENGTH, asked.turnRound(noted));
        return SocketName.read(name);
    }

    /** Name and notes of the latest datagram are where the kernel left them. */
    @Override
    public int answer(ByteBuffer answer) throws IOException {
        int length = answer.remaining();
        data.asByteBuffer().put(answer);
        return call(Syscalls.SENDMSG, length);
    }

    private int call(int number, int length) throws IOException {
        part.set(ValueLayout.JAVA_LONG, 8, length);
        message.set(ValueLayout.JAVA_INT, FLAGS, 0);
        enter();
        long result;
        try {
            do {
                result = kernel.call(number, socket, message.address(), 0, 0);
            } while (result < 0 && kernel.errno() == Syscalls.EINTR);
        } finally {
            leave();
        }
        if (result < 0) {
            throw new SocketException(ErrorText.of(kernel.errno()));
        }
        return (int) result;
    }

    private synchronized void enter() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
        calls++;
    }

    /** The last one out closes it: the number of a descriptor that is closed may soon be another file's. */
    private synchronized void leave() throws ClosedChannelException {
        calls--;
        if (closed) {
            closeIfUnused();
            throw new ClosedChannelException();
        }
    }

    /** Shutting it down wakes up who waits for a datagram, although the kernel says that it is not connected. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            new Syscalls().call(Syscalls.SHUTDOWN, socket, SHUT_RDWR, 0, 0);
            closeIfUnused();
        }
    }

    private void closeIfUnused() {
        if (calls == 0) {
            new Syscalls().call(Syscalls.CLOSE, socket, 0, 0, 0);
        }
    }
}
