// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.portio.core.kernel.Syscalls;

/** Passes an open descriptor from one process to another through a datagram socket in the file system (unix(7)). */
public final class DescriptorPassing {

    private static final int SCM_RIGHTS = 1;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;
    private static final int CONTROL_LENGTH = 24;

    private DescriptorPassing() {}

    /** Sends the descriptor of this process; it stays open here. */
    static void send(int descriptor, Path receiver) throws IOException {
        LinuxSockets sockets = new LinuxSockets();
        int socket = check(sockets.openUnixDatagram(), "no socket to pass the descriptor by");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(128, 8);
            int nameLength = LinuxSockets.write(receiver, name);
            if (nameLength == 0) {
                throw new IOException("the receiver's name is too long: " + receiver);
            }
            MemorySegment header = header(arena, control(arena, descriptor));
            header.set(ValueLayout.JAVA_LONG, 0, name.address());
            header.set(ValueLayout.JAVA_INT, 8, nameLength);
            int sent = sockets.message(Syscalls.SENDMSG, socket, header, MSG_DONTWAIT | MSG_NOSIGNAL);
            check(sent, "the descriptor cannot be sent to " + receiver);
        } finally {
            sockets.close(socket);
        }
    }

    private static MemorySegment control(Arena arena, int descriptor) {
        MemorySegment control = arena.allocate(CONTROL_LENGTH, 8);
        control.set(ValueLayout.JAVA_LONG, 0, CONTROL_LENGTH - 4);
        control.set(ValueLayout.JAVA_INT, 8, Syscalls.SOL_SOCKET);
        control.set(ValueLayout.JAVA_INT, 12, SCM_RIGHTS);
        control.set(ValueLayout.JAVA_INT, 16, descriptor);
        return control;
    }

    /** Returns a {@code msghdr} about one byte and this control message. */
    private static MemorySegment header(Arena arena, MemorySegment control) {
        MemorySegment vector = arena.allocate(16, 8);
        vector.set(ValueLayout.JAVA_LONG, 0, arena.allocate(1).address());
        vector.set(ValueLayout.JAVA_LONG, 8, 1);
        MemorySegment header = arena.allocate(56, 8);
        header.set(ValueLayout.JAVA_LONG, 16, vector.address());
        header.set(ValueLayout.JAVA_LONG, 24, 1);
        header.set(ValueLayout.JAVA_LONG, 32, control.address());
        header.set(ValueLayout.JAVA_LONG, 40, CONTROL_LENGTH);
        return header;
    }

    private static int check(int result, String what) throws IOException {
        if (result < 0) {
            throw new IOException(what + ": errno " + -result);
        }
        return result;
    }

    /** The receiving end; closing it removes its name from the file system. */
    public static final class Receiver implements AutoCloseable {

        private final LinuxSockets sockets = new LinuxSockets();
        private final Path name;
        private final int socket;

        /**
         * Waits at this name, which must be new. Anyone who can reach it can send: its folder must be this user's
         * alone.
         */
        public Receiver(Path name) throws IOException {
            this.name = name;
            socket = check(sockets.openUnixDatagram(), "no socket to receive a descriptor by");
            int bound = sockets.bind(socket, name);
            if (bound < 0) {
                sockets.close(socket);
                throw new IOException("no socket can be made at " + name + ": errno " + -bound);
            }
        }

        /** Returns the next descriptor, which is now one of this process; no program that it starts inherits it. */
        public int receive(Duration limit) throws IOException {
            check(sockets.receiveLimit(socket, limit), "no timeout can be set");
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment control = arena.allocate(CONTROL_LENGTH, 8);
                MemorySegment header = header(arena, control);
                check(
                        sockets.message(Syscalls.RECVMSG, socket, header, MSG_CMSG_CLOEXEC),
                        "the descriptor did not arrive within " + limit.toSeconds() + " s");
                boolean came = header.get(ValueLayout.JAVA_LONG, 40) >= CONTROL_LENGTH - 4
                        && control.get(ValueLayout.JAVA_INT, 12) == SCM_RIGHTS;
                if (!came) {
                    throw new IOException("what arrived was not a descriptor");
                }
                return control.get(ValueLayout.JAVA_INT, 16);
            }
        }

        /** Closes a descriptor that came. */
        public void close(int descriptor) {
            sockets.close(descriptor);
        }

        @Override
        public void close() throws IOException {
            sockets.close(socket);
            Files.deleteIfExists(name);
        }
    }
}
