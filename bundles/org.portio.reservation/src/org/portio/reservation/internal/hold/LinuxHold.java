// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.PortKey;
import org.portio.reservation.SocketShape;

/**
 * The sockets that keep a port, each in another shape that a program may ask for. Only one that is in nobody's way can listen, so
 * when a program asks, those that would be are closed; what they kept, others of them keep. Guarded by the
 * {@link LinuxHolds} that it belongs to.
 */
final class LinuxHold implements Hold {

    private static final int BACKLOG = 4096;
    /** The loopback device has this number in every network namespace. */
    static final int LOOPBACK = 1;

    private final Object lock;
    private final LinuxSockets sockets;
    private final PortKey key;
    private final SocketSet set;
    /** The shape that was bound first, and is kept in the end. */
    private SocketShape kept;

    LinuxHold(Object lock, LinuxSockets sockets, PortKey key) {
        this.lock = lock;
        this.sockets = sockets;
        this.key = key;
        set = new SocketSet(sockets, key);
    }

    /** Binds the first socket, also over what ended connections have left; gives the kernel's result. */
    int take(SocketShape shape) {
        kept = shape;
        return set.bind(shape);
    }

    /** Gets ready for programs that ask for one family, as far as that is possible. */
    void takeBothFamilies() {
        set.add(List.of(SocketShape.IPV4, SocketShape.IPV6));
    }

    /**
     * The kernel remembers of a port that somebody with {@code SO_REUSEPORT} was let in, and lets that one in again,
     * whatever the hold's options are by then. It forgets when the hold itself listens, in which moment nobody can get
     * in; while another socket listens, this fails, and is done when that one has gone.
     */
    @Override
    public void letOthersIn(boolean open) throws HoldException {
        synchronized (lock) {
            int first = set.all().getFirst();
            boolean listens = !open && sockets.listen(first, 1) >= 0;
            for (int socket : set.all()) {
                call(sockets.reuseAddress(socket, open));
            }
            if (listens) {
                call(sockets.disconnect(first));
            }
        }
    }

    /**
     * A listening socket lets nobody bind beside it, whatever its options are. Its connections inherit them: those
     * that were accepted with address reuse let the port be bound again when all that is left of them is TIME-WAIT.
     */
    @Override
    public void lendTo(Path receiver) throws HoldException {
        synchronized (lock) {
            int socket = ready(kept);
            call(new Listening(socket).begin(BACKLOG));
            try {
                DescriptorPassing.send(socket, receiver);
            } catch (IOException e) {
                stopListening();
                throw new HoldException(Kind.FAILED, e.getMessage(), e);
            }
        }
    }

    @Override
    public void handOut(SocketShape shape, Path receiver) throws HoldException {
        synchronized (lock) {
            int socket = ready(shape);
            try {
                DescriptorPassing.send(socket, receiver);
            } catch (IOException e) {
                throw new HoldException(Kind.FAILED, e.getMessage(), e);
            }
        }
    }

    /** Returns the socket of this shape, which nothing of this hold keeps from listening. */
    private int ready(SocketShape shape) throws HoldException {
        Extent extent = Extent.of(shape);
        int inUse = set.listeningBeside(shape);
        if (inUse >= 0) {
            throw new HoldException(Kind.CONFLICT, "the program itself listens on an address of it");
        }
        if (extent.isAny() || !Extent.of(kept).isAny()) {
            return alone(shape);
        }
        return extent.isLoopback() && key.protocol() == Protocol.TCP ? onLoopback(shape) : beside(shape);
    }

    /** Returns one for all addresses of a family, or of the one address that is kept; the others on them are closed. */
    private int alone(SocketShape shape) throws HoldException {
        if (set.has(shape)) {
            makeRoom(shape);
        } else if (replaceBy(shape) < 0) {
            call(set.add(List.of(shape)));
            makeRoom(shape);
        }
        return set.get(shape);
    }

    private void makeRoom(SocketShape shape) throws HoldException {
        call(set.coverWithout(shape, kept));
        set.closeBeside(shape);
        set.closeGuards(shape);
    }

    private int replaceBy(SocketShape shape) {
        return new Replacement(set, sockets, key, kept).by(shape);
    }

    /**
     * Returns one for a loopback address. It is bound to the loopback device, and the one for all addresses to a device that does
     * not exist: by that they are in nobody's way, while whoever binds without a device meets both.
     */
    private int onLoopback(SocketShape shape) throws HoldException {
        SocketShape family = Extent.of(shape).ipv4() != null ? SocketShape.IPV4 : SocketShape.IPV6;
        if (!set.keeps(family)) {
            replaceBy(family);
        }
        call(set.guard(family));
        set.closeBeside(shape);
        if (!set.has(shape)) {
            call(set.bindTo(LOOPBACK, shape));
        }
        return set.get(shape);
    }

    /**
     * Returns one for another of the addresses that are kept, which already listens: the port is open to others for the moment
     * that this takes, for the rest of the addresses would be free for longer if it were closed.
     */
    private int beside(SocketShape shape) throws HoldException {
        if (!set.has(shape)) {
            call(set.add(List.of(shape)));
        }
        if (key.protocol() == Protocol.TCP) {
            call(set.listenBeside(shape, BACKLOG));
        }
        return set.get(shape);
    }

    @Override
    public Set<Long> inodes() {
        synchronized (lock) {
            Set<Long> inodes = new HashSet<>();
            set.all().forEach(socket -> Inode.of(socket).ifPresent(inodes::add));
            return inodes;
        }
    }

    @Override
    public void stopListening() throws HoldException {
        synchronized (lock) {
            for (int socket : set.all()) {
                call(sockets.reuseAddress(socket, false));
                call(sockets.disconnect(socket));
                if (key.protocol() == Protocol.UDP) {
                    call(sockets.smallestReceiveBuffer(socket));
                    sockets.drain(socket);
                }
            }
            if (!Extent.of(kept).covers(set.extent())) {
                alone(kept);
            }
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            set.close();
        }
    }

    private static void call(int result) throws HoldException {
        if (result < 0) {
            Kind kind = result == -Syscalls.EADDRINUSE ? Kind.CONFLICT : Kind.FAILED;
            throw new HoldException(kind, "the kernel says errno " + -result);
        }
    }
}
