// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.core.kernel.Descriptors;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.PortKey;

/**
 * Holds by the kernel's own calls. A TCP socket is bound with address reuse, for leftovers of ended connections are no
 * reason to wait, and loses it when it is bound: with it, anyone who also sets it could bind and listen. It never listens of
 * itself, so that clients are refused at once.
 */
public final class LinuxHolds implements Holds {

    private static final int BACKLOG = 4096;

    /** Left for all else that this process does: who may not open a file any more cannot release a port either. */
    private static final int SPARE_DESCRIPTORS = 12;

    private final LinuxSockets sockets = new LinuxSockets();
    /** Sockets for attempts, by family and protocol; they stay open as long as the process. */
    private final Map<Integer, Integer> thieves = new HashMap<>();

    @Override
    public synchronized Hold take(PortKey key) throws HoldException {
        if (Descriptors.areScarce(SPARE_DESCRIPTORS)) {
            throw Denials.tooManyFiles();
        }
        InetAddress address = HoldAddresses.of(key);
        if (address != null) {
            return new Socket(bind(address, key, HoldAddresses.isIpv6(address)));
        }
        try {
            return new Socket(bind(HoldAddresses.ANY, key, false));
        } catch (HoldException e) {
            if (e.kind() != Kind.INVALID) {
                throw e;
            }
            // The machine does without IPv6.
            return new Socket(bind(HoldAddresses.ANY_IPV4, key, false));
        }
    }

    private int bind(InetAddress address, PortKey key, boolean ipv6Only) throws HoldException {
        int family = HoldAddresses.isIpv6(address) ? LinuxSockets.INET6 : LinuxSockets.INET;
        int socket = check(sockets.open(family, key.protocol()), key);
        try {
            if (family == LinuxSockets.INET6) {
                check(sockets.ipv6Only(socket, ipv6Only), key);
            }
            if (key.protocol() == Protocol.UDP) {
                check(sockets.smallestReceiveBuffer(socket), key);
                check(sockets.bind(socket, address, key.port()), key);
            } else {
                check(sockets.reuseAddress(socket, true), key);
                check(sockets.bind(socket, address, key.port()), key);
                check(sockets.reuseAddress(socket, false), key);
            }
            return socket;
        } catch (HoldException e) {
            sockets.close(socket);
            throw e;
        }
    }

    @Override
    public synchronized String theft(PortKey key) {
        for (InetAddress address : HoldAddresses.toTry(key)) {
            int family = HoldAddresses.isIpv6(address) ? LinuxSockets.INET6 : LinuxSockets.INET;
            int thief = thief(family, key.protocol());
            // A family that the machine does not have is none by which the port could be taken.
            if (thief < 0 && thief != -Syscalls.EAFNOSUPPORT) {
                return "could not test whether it can be taken: errno " + -thief;
            }
            if (thief >= 0 && sockets.bind(thief, address, key.port()) >= 0) {
                sockets.close(thieves.remove(thiefName(family, key.protocol())));
                return stolen(address);
            }
        }
        return "";
    }

    /** A socket that does not get a port is as before, and good for the next attempt: thousands of holds are tried at once. */
    private int thief(int family, Protocol protocol) {
        Integer known = thieves.get(thiefName(family, protocol));
        if (known != null) {
            return known;
        }
        int socket = sockets.open(family, protocol);
        if (socket >= 0) {
            sockets.reuseAddress(socket, true);
            thieves.put(thiefName(family, protocol), socket);
        }
        return socket;
    }

    private static int thiefName(int family, Protocol protocol) {
        return 2 * family + protocol.ordinal();
    }

    static String stolen(InetAddress address) {
        return "it can be taken by who binds " + Addresses.format(address) + " with SO_REUSEADDR";
    }

    @Override
    public boolean passesDescriptors() {
        return true;
    }

    private static int check(int result, PortKey key) throws HoldException {
        if (result >= 0) {
            return result;
        }
        throw switch (-result) {
            case Syscalls.EADDRINUSE -> new HoldException(Kind.CONFLICT, "taken by another socket");
            case Syscalls.EACCES, Syscalls.EPERM -> Denials.of(key);
            case Syscalls.EADDRNOTAVAIL, Syscalls.EAFNOSUPPORT ->
                new HoldException(Kind.INVALID, Denials.notLocal(key));
            case Syscalls.EMFILE, Syscalls.ENFILE -> Denials.tooManyFiles();
            default -> new HoldException(Kind.FAILED, "cannot be held: the kernel says errno " + -result);
        };
    }

    private final class Socket implements Hold {

        private final int socket;

        Socket(int socket) {
            this.socket = socket;
        }

        /**
         * The kernel remembers of a port that somebody with {@code SO_REUSEPORT} was let in, and lets that one in again,
         * whatever the hold's options are by then. It forgets when the hold itself listens, in which moment nobody can get
         * in; while another socket listens, this fails, and is done when that one has gone.
         */
        @Override
        public void letOthersIn(boolean open) throws HoldException {
            synchronized (LinuxHolds.this) {
                boolean listens = !open && sockets.listen(socket, 1) >= 0;
                call(sockets.reuseAddress(socket, open));
                if (listens) {
                    call(sockets.shutdown(socket));
                }
            }
        }

        /**
         * A listening socket lets nobody bind beside it, whatever its options are. Its connections inherit them: those
         * that were accepted with address reuse let the port be bound again when all that is left of them is TIME-WAIT.
         */
        @Override
        public void lendTo(Path receiver) throws HoldException {
            synchronized (LinuxHolds.this) {
                call(listen());
                try {
                    call(sockets.reuseAddress(socket, true));
                    DescriptorPassing.send(socket, receiver);
                } catch (IOException e) {
                    stopListening();
                    throw new HoldException(Kind.FAILED, e.getMessage(), e);
                }
            }
        }

        /** Listens; turns on address reuse first, for a moment, only if leftovers of an earlier loan are in the way. */
        private int listen() {
            int result = sockets.listen(socket, BACKLOG);
            if (result == -Syscalls.EADDRINUSE) {
                sockets.reuseAddress(socket, true);
                result = sockets.listen(socket, BACKLOG);
                if (result < 0) {
                    sockets.reuseAddress(socket, false);
                }
            }
            return result;
        }

        @Override
        public void stopListening() throws HoldException {
            synchronized (LinuxHolds.this) {
                call(sockets.reuseAddress(socket, false));
                call(sockets.shutdown(socket));
            }
        }

        @Override
        public void close() {
            synchronized (LinuxHolds.this) {
                sockets.close(socket);
            }
        }

        private void call(int result) throws HoldException {
            if (result < 0) {
                Kind kind = result == -Syscalls.EADDRINUSE ? Kind.CONFLICT : Kind.FAILED;
                throw new HoldException(kind, "the kernel says errno " + -result);
            }
        }
    }
}
