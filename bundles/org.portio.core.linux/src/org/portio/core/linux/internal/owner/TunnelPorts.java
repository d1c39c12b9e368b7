// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.portio.core.linux.internal.netlink.Attributes;
import org.portio.core.linux.internal.netlink.NetlinkDump;
import org.portio.core.linux.internal.netlink.NetlinkSocket;

/** UDP ports that the kernel itself has for tunnels, by its list of network interfaces, which anybody may read. */
final class TunnelPorts implements Supplier<Set<Integer>> {

    /** The attribute that has the port in network byte order, by kind of interface. */
    private static final Map<String, Integer> PORT = Map.of("vxlan", 15, "geneve", 5, "bareudp", 1);

    private static final int CAPACITY = 1 << 16;
    /** Size of {@code struct ifinfomsg}. */
    private static final int MESSAGE = 16;

    private static final int LINK_INFO = 18;
    private static final int KIND = 1;
    private static final int DATA = 2;

    /** Returns those of the network namespace of the thread that calls this; none if the kernel does not tell. */
    @Override
    public Set<Integer> get() {
        try (NetlinkDump netlink = new NetlinkDump(NetlinkSocket.ofRoutes(CAPACITY))) {
            return of(netlink);
        } catch (IOException _) {
            return Set.of();
        }
    }

    static Set<Integer> of(NetlinkDump netlink) throws IOException {
        Set<Integer> ports = new HashSet<>();
        netlink.links((message, offset, end) -> {
            int port = port(message, offset + MESSAGE, end);
            if (port > 0) {
                ports.add(port);
            }
        });
        return ports;
    }

    private static int port(ByteBuffer message, int from, int end) {
        int info = Attributes.find(message, from, end, LINK_INFO);
        if (info < 0) {
            return 0;
        }
        int infoEnd = info + Attributes.length(message, info);
        int kind = Attributes.find(message, info, infoEnd, KIND);
        int data = Attributes.find(message, info, infoEnd, DATA);
        Integer attribute = kind < 0 || data < 0 ? null : PORT.get(name(message, kind));
        int port = attribute == null
                ? -1
                : Attributes.find(message, data, data + Attributes.length(message, data), attribute);
        return port < 0 ? 0 : Short.toUnsignedInt(bigEndian(message.getShort(port)));
    }

    private static short bigEndian(short value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Short.reverseBytes(value);
    }

    /** Returns a text that ends with a zero. */
    private static String name(ByteBuffer message, int at) {
        byte[] bytes = new byte[Attributes.length(message, at)];
        message.get(at, bytes);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(Arrays.copyOf(bytes, length), StandardCharsets.US_ASCII);
    }
}
