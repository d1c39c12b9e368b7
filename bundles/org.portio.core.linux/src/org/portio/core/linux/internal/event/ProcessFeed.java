// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventsLost;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.ProcessBegan;
import org.portio.core.event.ProcessExecuted;
import org.portio.core.event.ProcessExited;
import org.portio.core.linux.internal.netlink.NetlinkSocket;

/**
 * Hears that processes begin, run another program and end, from the process connector. It tells everybody since Linux 6.6,
 * before that only root, and nobody in another network or pid namespace than the machine's own.
 */
final class ProcessFeed implements EventFeed {

    private static final int LARGEST_MESSAGE = 1 << 12;
    private static final int QUEUE = 1 << 22;

    private static final int HEADER = 16;
    private static final short NLMSG_DONE = 3;
    /** {@code struct cn_msg}: two numbers of the connector, then its own sequence, and the length of what follows. */
    private static final int CONNECTOR = 20;

    private static final int CN_IDX_PROC = 1;
    private static final int PROC_CN_MCAST_LISTEN = 1;

    /** {@code struct proc_event}: the kind, the processor, the time since the start; then what the kind has. */
    private static final int DETAILS = 16;

    private static final int FORK = 1;
    private static final int EXEC = 2;
    private static final int EXIT = 0x80000000;

    private final NetlinkSocket socket;

    /** Listens from now on. */
    ProcessFeed() throws IOException {
        socket = NetlinkSocket.ofConnector(LARGEST_MESSAGE, QUEUE, CN_IDX_PROC);
        try {
            subscribe();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void subscribe() throws IOException {
        ByteBuffer request = socket.buffer();
        int length = HEADER + CONNECTOR + Integer.BYTES;
        request.put(0, new byte[length]);
        request.putInt(0, length).putShort(4, NLMSG_DONE);
        request.putInt(HEADER, CN_IDX_PROC)
                .putInt(HEADER + 4, CN_IDX_PROC)
                .putShort(HEADER + 16, (short) Integer.BYTES)
                .putInt(HEADER + CONNECTOR, PROC_CN_MCAST_LISTEN);
        socket.send(length);
    }

    @Override
    public EventKind kind() {
        return EventKind.PROCESS;
    }

    @Override
    public int descriptor() {
        return socket.descriptor();
    }

    @Override
    public void drain(Consumer<KernelEvent> sink) throws IOException {
        int length = socket.receiveNow();
        while (length != NetlinkSocket.NOTHING) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            if (length == NetlinkSocket.LOST) {
                sink.accept(new EventsLost(now, kind()));
            } else {
                parse(socket.buffer(), length, now, sink);
            }
            length = socket.receiveNow();
        }
    }

    /** Hands on what a message of so many bytes says; those about single threads are of no interest. */
    static void parse(ByteBuffer buffer, int length, Instant time, Consumer<KernelEvent> sink) {
        int event = HEADER + CONNECTOR;
        int at = event + DETAILS;
        if (length < at + 4 * Integer.BYTES) {
            return;
        }
        // Each has the number of a thread and that of its process; a process is its first thread.
        int thread = buffer.getInt(at);
        int process = buffer.getInt(at + 4);
        switch (buffer.getInt(event)) {
            case FORK -> {
                int child = buffer.getInt(at + 12);
                if (buffer.getInt(at + 8) == child) {
                    sink.accept(new ProcessBegan(time, child, process));
                }
            }
            case EXEC -> sink.accept(new ProcessExecuted(time, process));
            case EXIT -> {
                if (thread == process) {
                    sink.accept(new ProcessExited(time, process));
                }
            }
            default -> {
                // Changes of names, users and sessions.
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
