// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.portio.core.address.NetInterface;
import org.portio.core.linux.internal.netlink.NetlinkDump.InterruptedDumpException;

/** The kernel's records of one moment, in an array that the next moment uses again. */
public final class SocketRecords extends RecordArray implements SocketIds {

    private static final int INTERRUPTIONS_BORNE = 5;
    /** The number of sockets from which on the listeners, which come first, are old when the last one has been read. */
    private static final int MANY = 20_000;

    @FunctionalInterface
    private interface Reading {
        void run() throws IOException;
    }

    /** The records of the reading before, while listeners alone are read. */
    private final RecordArray earlier = new RecordArray();
    /** The interfaces that sockets are bound to, for each namespace: their names may change at any time. */
    private final List<Map<Integer, NetInterface>> interfaces = new ArrayList<>();

    private List<NetlinkDump> dumps = List.of();
    private NetlinkDump dump;
    private int kept;
    private byte protocol;
    private int namespace;

    /** Reads all sockets again. */
    public void read(NetlinkDump dump) throws IOException {
        read(List.of(dump));
    }

    /** Reads all sockets of several namespaces again, from a dump of each. */
    public void read(List<NetlinkDump> ofEach) throws IOException {
        dumps = ofEach;
        cut(0);
        interfaces.clear();
        for (namespace = 0; namespace < dumps.size(); namespace++) {
            interfaces.add(new HashMap<>());
            dump = dumps.get(namespace);
            readWhole(this::readAll);
        }
        if (dumps.size() == 1 && count() > MANY) {
            readListeners(dump);
        }
        kept = 0;
    }

    /** A dump under which the tables changed is taken again. */
    private void readWhole(Reading reading) throws IOException {
        int begin = count();
        for (int attempt = 1; ; attempt++) {
            try {
                cut(begin);
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
        exchange(earlier);
        cut(0);
        dump = again;
        namespace = 0;
        try {
            readWhole(this::readTcpListeners);
        } catch (IOException | RuntimeException e) {
            exchange(earlier);
            throw e;
        }
        addOthers();
    }

    /** Adds the earlier ones that are no listeners, but for those that were only bound then, and listen now. */
    private void addOthers() {
        long[] listeners =
                IntStream.range(0, count()).mapToLong(this::cookie).sorted().toArray();
        int from = 0;
        while (from < earlier.count() && earlier.isListener(from)) {
            from++;
        }
        for (int i = from; i < earlier.count(); i++) {
            if (earlier.isBound(i) && Arrays.binarySearch(listeners, earlier.cookie(i)) >= 0) {
                add(earlier, from, i - from);
                from = i + 1;
            }
        }
        kept = earlier.count() - from;
        add(earlier, from, kept);
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
        Cookies cookies = new Cookies(count());
        for (NetlinkDump each : dumps) {
            each.tcp(cookies);
            each.udp(AF_INET, cookies);
            each.udp(AF_INET6, cookies);
        }
        return cookies.sorted();
    }

    private void add(ByteBuffer message, int offset, int end) {
        add(message, offset, end, protocol, namespace);
        int index = interfaceIndex(count() - 1);
        if (index != 0) {
            interfaces.get(namespace).computeIfAbsent(index, dump::netInterface);
        }
    }

    @Override
    public int kept() {
        return kept;
    }

    @Override
    public int ownPort(int record) {
        return namespace(record) != 0 || isTcp(record) && !isListener(record) ? -1 : localPort(record);
    }

    /** Returns the one that it is bound to. */
    public NetInterface netInterface(int record) {
        int index = interfaceIndex(record);
        return index == 0
                ? NetInterface.NONE
                : interfaces.get(namespace(record)).get(index);
    }

    /** Differs if any field differs that a row shows. */
    public long fingerprint(int record) {
        long hash = hash(record);
        return interfaceIndex(record) == 0
                ? hash
                : mix(hash ^ netInterface(record).name().hashCode());
    }
}
