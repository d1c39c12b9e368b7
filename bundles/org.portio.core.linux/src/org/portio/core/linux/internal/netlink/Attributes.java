// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.nio.ByteBuffer;

/**
 * The attributes that follow a {@code struct inet_diag_msg}: a length, a type and a value each, at multiples of four.
 */
public final class Attributes {

    /** {@code struct tcp_info}; only sent on request. */
    public static final int INFO = 2;

    /** Number of the protocol, in one byte; only in messages about ends. */
    public static final int PROTOCOL = 10;

    /** Number of the control group of cgroup v2 that made the socket; comes unasked. */
    static final int CONTROL_GROUP = 21;

    private static final int HEADER = 4;

    private Attributes() {}

    /** Returns where the value of the first attribute of this type begins; -1 if there is none. */
    public static int find(ByteBuffer message, int from, int end, int type) {
        int at = from;
        while (at + HEADER <= end) {
            int length = Short.toUnsignedInt(message.getShort(at));
            if (length < HEADER || at + length > end) {
                return -1;
            }
            if (message.getShort(at + 2) == type) {
                return at + HEADER;
            }
            at += length + 3 & ~3;
        }
        return -1;
    }

    /** Length in bytes of the value that begins here. */
    public static int length(ByteBuffer message, int value) {
        return Short.toUnsignedInt(message.getShort(value - HEADER)) - HEADER;
    }
}
