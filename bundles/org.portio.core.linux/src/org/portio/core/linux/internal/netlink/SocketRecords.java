// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.address.NetInterface;
import org.portio.core.linux.internal.netlink.NetlinkDump.InterruptedDumpException;

/**
 * The kernel's records of one moment, one after the other in an array that the next moment uses again. Fields are read
 * where they lie: nothing is made for a socket until somebody asks for a value.
 */
public final class SocketRecords implements SocketIds {

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
    private static final byte TCP = 6;
    private static final byte UDP = 17;
    private static final int LISTEN = 10;

    private static final int INTERRUPTIONS_BORNE = 5;

    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }

    private byte[] bytes = new byte[SIZE * 256];
    private byte[] spare = new byte[SIZE * 256];
    private ByteBuffer view = wrap();
    /** The interfaces that sockets are bound to, for each namespace: their names may change at any time. */
    private final List<Map<Integer, NetInterface>> interfaces = new ArrayList<>();

    private List<NetlinkDump> dumps = List.of();
    private NetlinkDump dump;
    private int count;
    private byte protocol;
    private int namespace;

    private ByteBuffer wrap() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /** Reads all sockets again. */
    public void read(NetlinkDump dump) throws IOException {
        read(List.of(dump));
    }

    /** Reads all sockets of several namespaces again, from a dump of each. */
    public void read(List<NetlinkDump> ofEach) throws IOException {
        dumps = ofEach;
        count = 0;
        interfaces.clear();
        for (namespace = 0; namespace < dumps.size(); namespace++) {
            interfaces.add(new HashMap<>());
            dump = dumps.get(namespace);
            readWhole(this::readAll);
        }
    }

    /** A dump under which the tables changed is taken again. */
    private void readWhole(Reading reading) throws IOException {
        int begin = count;
        for (int attempt = 1; ; attempt++) {
            try {
                count = begin;
                reading.run();
                return;
            } catch (InterruptedDumpException e) {
                if (attempt == INTERRUPTIONS_BORNE) {
                    throw new IOException("the kernel's tables changed during each of " + attempt + " dumps", e);
                }
            }
        }
    }

    /**
     * Reads the TCP listeners of the one dump again, and leaves the other sockets as they are. The kernel lists listeners
     * first, since it keeps them apart.
     */
    public void readListeners(NetlinkDump again) throws IOException {
        int first = 0;
        while (first < count && isListener(first)) {
            first++;
        }
        byte[] earlier = bytes;
        int earlierCount = count;
        dump = again;
        namespace = 0;
        use(spare, 0);
        try {
            readWhole(this::readTcpListeners);
        } catch (IOException | RuntimeException e) {
            use(earlier, earlierCount);
            throw e;
        }
        append(earlier, first, earlierCount - first);
        spare = earlier;
    }

    private void use(byte[] chosen, int records) {
        bytes = chosen;
        view = wrap();
        count = records;
    }

    private void append(byte[] source, int first, int records) {
        int size = bytes.length;
        while (size < (count + records) * SIZE) {
            size *= 2;
        }
        int end = count;
        use(size == bytes.length ? bytes : Arrays.copyOf(bytes, size), end + records);
        System.arraycopy(source, first * SIZE, bytes, end * SIZE, records * SIZE);
    }

    private void readTcpListeners() throws IOException {
        protocol = TCP;
        dump.tcpListeners(this::add);
    }

    private void readAll() throws IOException {
        protocol = TCP;
        dump.tcp(this::add);
        protocol = UDP;
        dump.udp(AF_INET, this::add);
        dump.udp(AF_INET6, this::add);
    }

    /**
     * Reads them while the dumps are open. Changes in between do not matter: what is missing is gone, and what is new
     * is not needed.
     */
    @Override
    public long[] cookiesNow() throws IOException {
        Cookies cookies = new Cookies(count);
        for (NetlinkDump each : dumps) {
            each.tcp(cookies);
            each.udp(AF_INET, cookies);
            each.udp(AF_INET6, cookies);
        }
        return cookies.sorted();
    }

    private void add(ByteBuffer message, int offset, int end) {
        int at = count * SIZE;
        if (at == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            view = wrap();
        }
        message.get(offset, bytes, at, MESSAGE);
        int group = Attributes.find(message, offset + MESSAGE, end, Attributes.CONTROL_GROUP);
        view.putLong(at + CONTROL_GROUP, group < 0 ? 0 : message.getLong(group));
        view.put(at + PROTOCOL, protocol).putInt(at + NAMESPACE, namespace);
        int index = view.getInt(at + INTERFACE);
        if (index != 0) {
            interfaces.get(namespace).computeIfAbsent(index, dump::netInterface);
        }
        count++;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean isTcp(int record) {
        return bytes[record * SIZE + PROTOCOL] == TCP;
    }

    @Override
    public boolean isListener(int record) {
        return isTcp(record) && state(record) == LISTEN;
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

    @Override
    public int ownPort(int record) {
        return namespace(record) != 0 || isTcp(record) && !isListener(record) ? -1 : localPort(record);
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

    /** Returns the one that it is bound to. */
    public NetInterface netInterface(int record) {
        int index = view.getInt(record * SIZE + INTERFACE);
        return index == 0
                ? NetInterface.NONE
                : interfaces.get(namespace(record)).get(index);
    }

    @Override
    public long cookie(int record) {
        return view.getLong(record * SIZE + COOKIE);
    }

    public long receiveQueue(int record) {
        return Integer.toUnsignedLong(view.getInt(record * SIZE + 56));
    }

    public long sendQueue(int record) {
        return Integer.toUnsignedLong(view.getInt(record * SIZE + 60));
    }

    @Override
    public long uid(int record) {
        return Integer.toUnsignedLong(view.getInt(record * SIZE + 64));
    }

    @Override
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

    /** Differs where any field differs that a row shows. Timers are left out: they count down all the time. */
    public long fingerprint(int record) {
        int at = record * SIZE;
        long hash = view.getShort(at);
        for (int offset = 4; offset < 44; offset += 8) {
            hash = mix(hash ^ view.getLong(at + offset));
        }
        if (view.getInt(at + INTERFACE) != 0) {
            hash = mix(hash ^ netInterface(record).name().hashCode());
        }
        hash = mix(hash ^ view.getLong(at + 56));
        hash = mix(hash ^ view.getLong(at + 64));
        return mix(hash ^ view.getLong(at + CONTROL_GROUP));
    }

    private static long mix(long value) {
        long product = value * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 29;
    }
}
