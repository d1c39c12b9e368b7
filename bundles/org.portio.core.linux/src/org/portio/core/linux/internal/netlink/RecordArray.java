// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Records of sockets as the kernel wrote them, one after the other in an array. Fields are read where they lie: nothing
 * is made for a socket until somebody asks for a value.
 */
class RecordArray {

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;

    /** Size of {@code struct inet_diag_msg}. */
    private static final int MESSAGE = 72;

    /** The place of the control group's number, which comes as an attribute behind the message. */
    private static final int CONTROL_GROUP = MESSAGE;

    private static final int SIZE = MESSAGE + Long.BYTES;

    /** The timer and its end, which no row shows, make place for what the kernel does not say in its message. */
    private static final int PROTOCOL = 2;

    private static final int NAMESPACE = 52;
    private static final int INTERFACE = 40;
    static final int COOKIE = 44;
    static final byte TCP = 6;
    static final byte UDP = 17;
    /** Bound, and neither listening nor connected: what the kernel calls closed. */
    private static final int BOUND = 7;

    private static final int LISTEN = 10;

    private byte[] bytes = new byte[SIZE * 256];
    private ByteBuffer view = wrap();
    private int count;

    private ByteBuffer wrap() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /** Returns how many there are. */
    public int count() {
        return count;
    }

    /** Forgets those from this one on. */
    final void cut(int record) {
        count = record;
    }

    /** Adds the {@code struct inet_diag_msg} that begins at this offset; its attributes end at the other. */
    final void add(ByteBuffer message, int offset, int end, byte protocol, int namespace) {
        makeRoom(1);
        int at = count * SIZE;
        message.get(offset, bytes, at, MESSAGE);
        int group = Attributes.find(message, offset + MESSAGE, end, Attributes.CONTROL_GROUP);
        view.putLong(at + CONTROL_GROUP, group < 0 ? 0 : message.getLong(group));
        view.put(at + PROTOCOL, protocol).putInt(at + NAMESPACE, namespace);
        count++;
    }

    /** Adds some of another array's. */
    final void add(RecordArray other, int from, int records) {
        makeRoom(records);
        System.arraycopy(other.bytes, from * SIZE, bytes, count * SIZE, records * SIZE);
        count += records;
    }

    private void makeRoom(int records) {
        int size = bytes.length;
        while (size < (count + records) * SIZE) {
            size *= 2;
        }
        if (size != bytes.length) {
            bytes = Arrays.copyOf(bytes, size);
            view = wrap();
        }
    }

    /** Takes over what the other one has, and gives it what this one has. */
    final void exchange(RecordArray other) {
        byte[] otherBytes = other.bytes;
        int otherCount = other.count;
        other.use(bytes, count);
        use(otherBytes, otherCount);
    }

    private void use(byte[] chosen, int records) {
        bytes = chosen;
        view = wrap();
        count = records;
    }

    public boolean isTcp(int record) {
        return bytes[record * SIZE + PROTOCOL] == TCP;
    }

    public boolean isListener(int record) {
        return isTcp(record) && state(record) == LISTEN;
    }

    /** Returns whether it is a TCP socket that may begin to listen. */
    final boolean isBound(int record) {
        return isTcp(record) && state(record) == BOUND;
    }

    /** Returns which of the dumps it came from, the first being 0. */
    public int namespace(int record) {
        return view.getInt(record * SIZE + NAMESPACE);
    }

    public boolean isIpv6(int record) {
        return bytes[record * SIZE] == AF_INET6;
    }

    /** Returns it as {@code enum} in the kernel's tcp_states.h. */
    public int state(int record) {
        return bytes[record * SIZE + 1];
    }

    public int localPort(int record) {
        return port(record * SIZE + 4);
    }

    public int remotePort(int record) {
        return port(record * SIZE + 6);
    }

    private int port(int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    public byte[] localAddress(int record) {
        return address(record, record * SIZE + 8);
    }

    public byte[] remoteAddress(int record) {
        return address(record, record * SIZE + 24);
    }

    private byte[] address(int record, int at) {
        return Arrays.copyOfRange(bytes, at, at + (isIpv6(record) ? 16 : 4));
    }

    public long cookie(int record) {
        return view.getLong(record * SIZE + COOKIE);
    }

    public long receiveQueue(int record) {
        return Integer.toUnsignedLong(view.getInt(record * SIZE + 56));
    }

    public long sendQueue(int record) {
        return Integer.toUnsignedLong(view.getInt(record * SIZE + 60));
    }

    public long uid(int record) {
        return Integer.toUnsignedLong(view.getInt(record * SIZE + 64));
    }

    public int inode(int record) {
        return view.getInt(record * SIZE + 68);
    }

    /**
     * Returns the number of the control group that made the socket; 0 if the kernel reports none, for example for
     * TIME-WAIT.
     */
    public long controlGroup(int record) {
        return view.getLong(record * SIZE + CONTROL_GROUP);
    }

    /** Returns the number of the interface that it is bound to; 0 if to none. */
    final int interfaceIndex(int record) {
        return view.getInt(record * SIZE + INTERFACE);
    }

    /** Differs if any field differs that a row shows, names aside. Timers are left out: they count down all the time. */
    final long hash(int record) {
        int at = record * SIZE;
        long hash = view.getShort(at);
        for (int offset = 4; offset < 44; offset += 8) {
            hash = mix(hash ^ view.getLong(at + offset));
        }
        hash = mix(hash ^ view.getLong(at + 56));
        hash = mix(hash ^ view.getLong(at + 64));
        return mix(hash ^ view.getLong(at + CONTROL_GROUP));
    }

    static long mix(long value) {
        long product = value * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 29;
    }
}
