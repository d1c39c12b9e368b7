// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.Reservations;
import org.portio.reservation.SocketShape;
import org.portio.reservation.internal.hold.DescriptorPassing;
import org.portio.reservation.internal.hold.HeldSocket;
import org.portio.reservation.internal.hold.Inode;
import org.portio.trace.TracedProcess;

/** This process's copies of the sockets that its program was given. Guarded by its own lock. */
final class GivenSockets implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Reservations reservations;
    private final PortKey key;
    private final Map<SocketShape, HeldSocket> given = new HashMap<>();

    GivenSockets(Reservations reservations, PortKey key) {
        this.reservations = reservations;
        this.key = key;
    }

    /** Returns the socket of this shape, which may listen. */
    synchronized HeldSocket take(SocketShape shape) throws ReservationException, IOException {
        Path folder = Borrowing.newFolder();
        Path name = folder.resolve("socket");
        try (DescriptorPassing.Receiver receiver = new DescriptorPassing.Receiver(name)) {
            reservations.handOut(key, shape, name);
            HeldSocket socket = new HeldSocket(receiver.receive(PATIENCE), shape);
            HeldSocket before = given.put(shape, socket);
            if (before != null) {
                before.close();
            }
            return socket;
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /** Returns the one that this descriptor of a process means; null for none. */
    synchronized HeldSocket find(int thread, int descriptor) {
        OptionalLong inode = Inode.of(folder(thread).resolve(String.valueOf(descriptor)));
        return given.values().stream()
                .filter(socket -> inode.isPresent() && inode.equals(socket.inode()))
                .findFirst()
                .orElse(null);
    }

    /** Returns those that share an address with this shape. */
    synchronized List<HeldSocket> beside(SocketShape shape) {
        return given.values().stream().filter(socket -> socket.meets(shape)).toList();
    }

    synchronized List<HeldSocket> all() {
        return List.copyOf(given.values());
    }

    /** Returns those of the processes that have one of these open, or do not let that be seen. */
    static List<TracedProcess> users(List<HeldSocket> sockets, List<TracedProcess> processes) {
        List<OptionalLong> inodes = sockets.stream().map(HeldSocket::inode).toList();
        return processes.stream().filter(process -> hasOne(process, inodes)).toList();
    }

    private static boolean hasOne(TracedProcess process, List<OptionalLong> inodes) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder(process.pid()))) {
            for (Path descriptor : descriptors) {
                OptionalLong inode = Inode.of(descriptor);
                if (inode.isPresent() && inodes.contains(inode)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException _) {
            return Files.exists(folder(process.pid()));
        }
    }

    private static Path folder(long process) {
        return Path.of("/proc", String.valueOf(process), "fd");
    }

    /** Recalls them if none of these processes has one open; nobody is given one meanwhile. */
    synchronized void recallIfUnused(Supplier<List<TracedProcess>> processes) {
        try {
            if (users(all(), processes.get()).isEmpty()) {
                recall();
            }
        } catch (ReservationException e) {
            System.getLogger(GivenSockets.class.getName())
                    .log(System.Logger.Level.WARNING, key + " is still listening: {0}", e.getMessage());
        }
    }

    /** Makes clients be refused again, for no process of the program has one open. */
    synchronized void recall() throws ReservationException {
        close();
        reservations.recall(key);
    }

    @Override
    public synchronized void close() {
        given.values().forEach(HeldSocket::close);
        given.clear();
    }
}
