// SPDX-License-Identifier: EPL-2.0
package org.portio.core.kernel;

import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Addresses with ports as the kernel has them: {@code struct sockaddr_in} and {@code struct sockaddr_in6}. */
public final class SocketName {

    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    /** Bytes of the longer of the two. */
    public static final int SPACE = 28;

    private static final int SPACE_OF_INET = 16;

    private SocketName() {}

    /** Returns the family of sockets for this address. */
    public static int family(InetAddress address) {
        return address instanceof Inet6Address ? AF_INET6 : AF_INET;
    }

    /** Writes one into {@link #SPACE} bytes, and returns its length. */
    public static int write(MemorySegment target, InetAddress address, int port) {
        target.asSlice(0, SPACE).fill((byte) 0);
        ByteBuffer buffer = target.asByteBuffer().order(ByteOrder.nativeOrder());
        buffer.putShort(0, (short) family(address));
        buffer.put(2, (byte) (port >> 8)).put(3, (byte) port);
        if (address instanceof Inet6Address ipv6) {
            buffer.put(8, ipv6.getAddress()).putInt(24, ipv6.getScopeId());
            return SPACE;
        }
        buffer.put(4, address.getAddress());
        return SPACE_OF_INET;
    }

    /** Reads one; an IPv4 address that an IPv6 socket tells in its own way (RFC 4291, 2.5.5.2) comes as IPv4. */
    public static InetSocketAddress read(MemorySegment source) {
        ByteBuffer buffer = source.asByteBuffer().order(ByteOrder.nativeOrder());
        boolean ipv6 = buffer.getShort(0) == AF_INET6;
        byte[] bytes = new byte[ipv6 ? 16 : 4];
        buffer.get(ipv6 ? 8 : 4, bytes);
        int port = Byte.toUnsignedInt(buffer.get(2)) << 8 | Byte.toUnsignedInt(buffer.get(3));
        return new InetSocketAddress(address(bytes, ipv6 ? buffer.getInt(24) : 0), port);
    }

    private static InetAddress address(byte[] bytes, int scope) {
        try {
            return scope == 0 ? InetAddress.getByAddress(bytes) : Inet6Address.getByAddress(null, bytes, scope);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
