// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.core.kernel.Descriptors;
import org.portio.core.kernel.Syscalls;
import org.portio.core.kernel.SystemSettings;
import org.portio.reservation.PortKey;
import org.portio.reservation.SocketShape;

/**
 * Holds by the kernel's own calls. A TCP socket is bound with address reuse, for leftovers of ended connections are no
 * reason to wait, and loses it when it is bound: with it, anyone who also sets it could bind and listen. It never listens of
 * itself, so that clients are refused at once.
 */
public final class LinuxHolds implements Holds {

    /** Left for all else that this process does: who may not open a file any more cannot release a port either. */
    private static final int SPARE_DESCRIPTORS = 12;

    private final LinuxSockets sockets = new LinuxSockets();
    /** Limit of descriptors; sockets for one family alone are a comfort that holds can do without. */
    private final int limit = SystemSettings.openFilesLimit().orElse(Integer.MAX_VALUE);
    /** Sockets for attempts, by family and protocol; they stay open as long as the process. */
    private final Map<Integer, Integer> thieves = new HashMap<>();

    public LinuxHolds() {
        Thread.ofPlatform().daemon().name("portio-practice").start(SwiftCalls::warmUp);
    }

    @Override
    public synchronized Hold take(PortKey key) throws HoldException {
        if (Descriptors.areScarce(SPARE_DESCRIPTORS)) {
            throw Denials.tooManyFiles();
        }
        LinuxHold hold = new LinuxHold(this, sockets, key);
        SocketShape shape = SocketShape.of(key);
        int result = hold.take(shape);
        if (key.address().isEmpty() && (result == -Syscalls.EADDRNOTAVAIL || result == -Syscalls.EAFNOSUPPORT)) {
            // The machine does without IPv6.
            result = hold.take(SocketShape.IPV4);
        } else if (result >= 0 && key.address().isEmpty() && !Descriptors.areScarce(limit / 2)) {
            hold.takeBothFamilies();
        }
        check(result, key);
        return hold;
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
            default -> new HoldException(Kind.FAILED, "not available: the kernel says errno " + -result);
        };
    }
}
