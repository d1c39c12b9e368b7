// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.portio.core.Addresses;
import org.portio.core.Protocol;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.PortKey;
import org.portio.reservation.internal.HoldException.Reason;

/**
 * Holds by the kernel's own calls. A TCP socket is bound with address reuse, for leftovers of ended connections are no
 * reason to wait, and loses it when it is bound: with it, anyone who also sets it could bind and listen. It never listens of
 * itself, so that clients are refused at once.
 */
final class LinuxHolds implements Holds {

    private static final int BACKLOG = 4096;

    private final LinuxSockets sockets = new LinuxSockets();

    @Override
    public synchronized Hold take(PortKey key) throws HoldException {
        InetAddress address = HoldAddresses.of(key);
        if (address != null) {
            return new Socket(bind(address, key, HoldAddresses.isIpv6(address)));
        }
        try {
            return new Socket(bind(HoldAddresses.ANY, key, false));
        } catch (HoldException e) {
            if (e.reason() != Reason.NO_ADDRESS) {
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
            int socket = sockets.open(family, key.protocol());
            // A family that the machine does not have is none by which the port could be taken.
            if (socket == -Syscalls.EAFNOSUPPORT) {
                continue;
            }
            boolean taken = socket >= 0
                    && sockets.reuseAddress(socket, true) >= 0
                    && sockets.bind(socket, address, key.port()) >= 0;
            if (socket >= 0) {
                sockets.close(socket);
            }
            if (taken || socket < 0) {
                return taken ? stolen(address) : "whether it can be taken could not be tried: errno " + -socket;
            }
        }
        return "";
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
            case Syscalls.EADDRINUSE -> new HoldException(Reason.TAKEN, "taken by another socket", null);
            case Syscalls.EACCES, Syscalls.EPERM -> Denials.of(key);
            case Syscalls.EADDRNOTAVAIL, Syscalls.EAFNOSUPPORT ->
                new HoldException(Reason.NO_ADDRESS, Denials.notLocal(key), null);
            case Syscalls.EMFILE, Syscalls.ENFILE -> new HoldException(Reason.FAILED, Denials.TOO_MANY_FILES, null);
            default -> new HoldException(Reason.FAILED, "not to be held: the kernel says errno " + -result, null);
        };
    }

    private final class Socket implements Hold {

        private final int socket;

        Socket(int socket) {
            this.socket = socket;
        }

        @Override
        public void letOthersIn(boolean open) throws HoldException {
            synchronized (LinuxHolds.this) {
                call(sockets.reuseAddress(socket, open));
            }
        }

        /**
         * While a socket listens nobody can bind beside it, whatever its options are. Its connections inherit them: those
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
                    throw new HoldException(Reason.FAILED, e.getMessage(), e);
                }
            }
        }

        /** Only where leftovers of an earlier loan are in the way is address reuse turned on first, for a moment. */
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
                Reason reason = result == -Syscalls.EADDRINUSE ? Reason.TAKEN : Reason.FAILED;
                throw new HoldException(reason, "the kernel says errno " + -result, null);
            }
        }
    }
}
