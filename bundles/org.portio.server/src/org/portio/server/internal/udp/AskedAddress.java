// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.udp;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The address that a datagram was sent to: what the kernel notes of it when it is received, and is told when the answer is
 * sent (IP_PKTINFO of ip(7), IPV6_PKTINFO of RFC 3542). The notes are a list of {@code struct cmsghdr}.
 */
final class AskedAddress {

    static final int IPPROTO_IP = 0;
    static final int IPPROTO_IPV6 = 41;
    static final int IP_PKTINFO = 8;
    static final int IPV6_RECVPKTINFO = 49;
    /** Room for the notes of both families: an IPv6 socket gets both for an IPv4 datagram. */
    static final int SPACE = 128;

    private static final int IPV6_PKTINFO = 50;
    private static final int HEADER = 16;
    private static final int ALIGNMENT = 8;

    private final ByteBuffer notes;

    /** @param notes {@link #SPACE} bytes, which the kernel fills and reads */
    AskedAddress(MemorySegment notes) {
        this.notes = notes.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /** Makes those for the answer from those of the datagram; takes and returns how many bytes they have, 0 for none. */
    int turnRound(int length) {
        int ipv6 = -1;
        for (int at = 0; at + HEADER <= length; at += align(lengthAt(at))) {
            int level = notes.getInt(at + 8);
            int type = notes.getInt(at + 12);
            if (level == IPPROTO_IP && type == IP_PKTINFO) {
                return answerIpv4(at + HEADER);
            }
            if (level == IPPROTO_IPV6 && type == IPV6_PKTINFO) {
                ipv6 = at + HEADER;
            }
        }
        return ipv6 < 0 ? 0 : answerIpv6(ipv6);
    }

    private int lengthAt(int at) {
        return Math.max(HEADER, (int) notes.getLong(at));
    }

    private static int align(int length) {
        return (length + ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** The kernel has already chosen one of its own if the datagram was for several machines. */
    private int answerIpv4(int info) {
        int own = notes.getInt(info + 4);
        notes.putInt(HEADER, 0).putInt(HEADER + 4, own).putInt(HEADER + 8, 0);
        return header(IPPROTO_IP, IP_PKTINFO, 12);
    }

    /** The way back is the routing table's business, but a link-local address is one of its interface only. */
    private int answerIpv6(int info) {
        byte[] asked = new byte[16];
        notes.get(info, asked);
        if (asked[0] == (byte) 0xff) {
            return 0;
        }
        boolean linkLocal = asked[0] == (byte) 0xfe && (asked[1] & 0xc0) == 0x80;
        int index = notes.getInt(info + 16);
        notes.put(HEADER, asked).putInt(HEADER + 16, linkLocal ? index : 0);
        return header(IPPROTO_IPV6, IPV6_PKTINFO, 20);
    }

    private int header(int level, int type, int length) {
        notes.putLong(0, HEADER + length).putInt(8, level).putInt(12, type);
        return align(HEADER + length);
    }
}
