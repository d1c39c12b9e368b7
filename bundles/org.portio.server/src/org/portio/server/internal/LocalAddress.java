// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.net.InetAddress;
import java.util.Arrays;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.address.Addresses;
import org.portio.server.ServerException;

/** Addresses of this machine. */
final class LocalAddress {

    private LocalAddress() {}

    /** @return null for all addresses */
    static InetAddress parse(String text) throws ServerException {
        if (text.isEmpty()) {
            return null;
        }
        InetAddress address = literal(text);
        if (!isLocal(address)) {
            throw new ServerException(Failure.of(
                    Kind.INVALID, text + " is not an address of this machine", "give one of its own, or * for all"));
        }
        return address;
    }

    /** Never asks a name server: a name can have several addresses, or another one next time. */
    private static InetAddress literal(String text) throws ServerException {
        try {
            return Addresses.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ServerException(
                    Failure.of(
                            Kind.INVALID,
                            "'" + text + "' is not an IP address",
                            "give one such as 127.0.0.1 or ::1, or * for all"),
                    e);
        }
    }

    static boolean isLocal(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || Addresses.ofThisMachine().anyMatch(own -> isSame(own, address));
    }

    /** Compares without the interfaces, which not every list contains. */
    private static boolean isSame(InetAddress one, InetAddress other) {
        return Arrays.equals(one.getAddress(), other.getAddress());
    }
}
