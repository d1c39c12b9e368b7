// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.socket;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.portio.core.kernel.SocketName;

/**
 * An address as a caller gave it.
 *
 * @param name a {@code sockaddr}, whole or not; empty if it could not be read
 */
public record AskedAddress(byte[] name) {

    /** An address that is not there, or cannot be read. */
    public static final AskedAddress NONE = new AskedAddress(new byte[0]);

    private static final int SHORTEST_OF_INET = 16;
    /** Before the field for the interface was added (RFC 2133). */
    private static final int SHORTEST_OF_INET6 = 24;

    public static AskedAddress of(MemorySegment read) {
        return new AskedAddress(read.toArray(ValueLayout.JAVA_BYTE));
    }

    /** Returns whether it could be read. */
    public boolean isSeen() {
        return name.length > 0;
    }

    /** Returns whether it is one of IPv4 or IPv6 that the kernel would take. */
    public boolean isInternet() {
        return switch (family()) {
            case SocketName.AF_INET -> name.length >= SHORTEST_OF_INET;
            case SocketName.AF_INET6 -> name.length >= SHORTEST_OF_INET6;
            default -> false;
        };
    }

    private int family() {
        return name.length < 2 ? -1 : MemorySegment.ofArray(name).get(ValueLayout.JAVA_SHORT_UNALIGNED, 0);
    }

    public InetSocketAddress address() {
        return SocketName.read(MemorySegment.ofArray(Arrays.copyOf(name, SocketName.SPACE)));
    }

    /** Returns the same with another port. */
    public AskedAddress withPort(int port) {
        byte[] other = name.clone();
        other[2] = (byte) (port >> 8);
        other[3] = (byte) port;
        return new AskedAddress(other);
    }
}
