// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/**
 * The name that Zeek, Suricata, Wireshark and others give a connection, the same at both of its ends: Community ID, version 1,
 * with the seed 0.
 */
public final class CommunityId {

    private static final byte TCP = 6;
    private static final byte UDP = 17;
    private static final int LONGEST = 64;

    private CommunityId() {}

    /** Returns that of the connection, as {@code 1:LQU9qZlK+B5F3KDmev6m5PMibrg=}; empty if it has no peer. */
    public static String of(Connection connection) {
        return connection.remote() == null ? "" : of(connection.protocol(), connection.local(), connection.remote());
    }

    /** Returns that of a connection between these ends, in whatever order. */
    public static String of(Protocol protocol, Endpoint one, Endpoint other) {
        boolean isInOrder = compare(one, other) <= 0;
        byte[] first = address(isInOrder ? one : other);
        byte[] second = address(isInOrder ? other : one);
        ByteBuffer hashed = ByteBuffer.allocate(LONGEST)
                .putShort((short) 0)
                .put(first)
                .put(second)
                .put(protocol == Protocol.TCP ? TCP : UDP)
                .put((byte) 0)
                .putShort((short) (isInOrder ? one : other).port())
                .putShort((short) (isInOrder ? other : one).port());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(hashed.flip());
            return "1:" + Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-1", e);
        }
    }

    private static int compare(Endpoint one, Endpoint other) {
        int byAddress = Arrays.compareUnsigned(address(one), address(other));
        return byAddress != 0 ? byAddress : Integer.compare(one.port(), other.port());
    }

    /** An IPv4 connection of an IPv6 socket is one of IPv4 on the wire. */
    private static byte[] address(Endpoint end) {
        return Addresses.unmapped(end.address()).getAddress();
    }
}
