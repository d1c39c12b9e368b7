// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.portio.core.KernelUse;
import org.portio.core.linux.internal.netlink.Attributes;
import org.portio.core.linux.internal.netlink.NetlinkDump;
import org.portio.core.linux.internal.netlink.NetlinkSocket;

/**
 * The ports that the kernel itself has, and what for, by what anybody may read: its list of network interfaces, and the
 * files of its NFS server and lock manager.
 *
 * @param udp by port
 * @param tcp by port
 * @param otherUdp what has a UDP port that it does not tell; {@link KernelUse#UNKNOWN} if nothing has
 */
record KernelUses(Map<Integer, KernelUse> udp, Map<Integer, KernelUse> tcp, KernelUse otherUdp) {

    static final KernelUses NONE = new KernelUses(Map.of(), Map.of(), KernelUse.UNKNOWN);

    /** The attribute that has the port in network byte order, by kind of interface. */
    private static final Map<String, Integer> PORT = Map.of("vxlan", 15, "geneve", 5, "bareudp", 1);
    /** Tells its port only to those who may change it. */
    private static final String WIREGUARD = "wireguard";

    private static final int CAPACITY = 1 << 16;
    /** Size of {@code struct ifinfomsg}. */
    private static final int MESSAGE = 16;

    private static final int INTERFACE_NAME = 3;
    private static final int LINK_INFO = 18;
    private static final int KIND = 1;
    private static final int DATA = 2;

    /** Returns those of the network namespace of the thread that calls this; none that the kernel does not tell. */
    static KernelUses ofSystem() {
        try (NetlinkDump netlink = new NetlinkDump(NetlinkSocket.ofRoutes(CAPACITY))) {
            return of(netlink, Path.of("/proc"));
        } catch (IOException _) {
            return NONE;
        }
    }

    static KernelUses of(NetlinkDump netlink, Path proc) throws IOException {
        Map<Integer, KernelUse> udp = new HashMap<>();
        Map<Integer, KernelUse> tcp = new HashMap<>();
        KernelUse[] other = {KernelUse.UNKNOWN};
        netlink.links((message, offset, end) -> {
            int from = offset + MESSAGE;
            int info = Attributes.find(message, from, end, LINK_INFO);
            String kind = info < 0 ? "" : text(message, info, info + Attributes.length(message, info), KIND);
            String device = text(message, from, end, INTERFACE_NAME);
            if (PORT.containsKey(kind)) {
                udp.merge(port(message, info, PORT.get(kind)), new KernelUse(kind, device, false), KernelUse::and);
            } else if (kind.equals(WIREGUARD)) {
                KernelUse use = new KernelUse(kind, device, true);
                other[0] = other[0].isKnown() ? other[0].and(use) : use;
            }
        });
        addNfs(proc, udp, tcp);
        return new KernelUses(udp, tcp, other[0]);
    }

    private static void addNfs(Path proc, Map<Integer, KernelUse> udp, Map<Integer, KernelUse> tcp) {
        KernelUse lockd = new KernelUse("lockd", "", false);
        read(proc.resolve("sys/fs/nfs/nlm_udpport")).forEach(port -> add(port, lockd, udp));
        read(proc.resolve("sys/fs/nfs/nlm_tcpport")).forEach(port -> add(port, lockd, tcp));
        // A line for each, such as "tcp 2049".
        KernelUse nfsd = new KernelUse("nfsd", "", false);
        read(proc.resolve("fs/nfsd/portlist")).forEach(line -> {
            int space = line.indexOf(' ');
            String protocol = line.substring(0, Math.max(0, space));
            if (protocol.equals("tcp") || protocol.equals("udp")) {
                add(line.substring(space + 1), nfsd, protocol.equals("tcp") ? tcp : udp);
            }
        });
    }

    private static void add(String port, KernelUse use, Map<Integer, KernelUse> uses) {
        try {
            uses.put(Integer.valueOf(port.strip()), use);
        } catch (NumberFormatException _) {
            // Not a port: a kernel that writes something else there.
        }
    }

    /** Returns the lines of a file; none if it is not there, as where the kernel has no NFS. */
    private static Stream<String> read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).stream() : Stream.of();
        } catch (IOException _) {
            return Stream.of();
        }
    }

    private static int port(ByteBuffer message, int info, int attribute) {
        int data = Attributes.find(message, info, info + Attributes.length(message, info), DATA);
        int port = data < 0 ? -1 : Attributes.find(message, data, data + Attributes.length(message, data), attribute);
        return port < 0 ? 0 : Short.toUnsignedInt(bigEndian(message.getShort(port)));
    }

    private static short bigEndian(short value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Short.reverseBytes(value);
    }

    /** Returns the value of an attribute, a text that ends with a zero; empty if there is none. */
    private static String text(ByteBuffer message, int from, int end, int attribute) {
        int at = Attributes.find(message, from, end, attribute);
        if (at < 0) {
            return "";
        }
        byte[] bytes = new byte[Attributes.length(message, at)];
        message.get(at, bytes);
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8);
    }

    /** Returns what the kernel certainly has this port for; {@link KernelUse#UNKNOWN} if that is not known. */
    KernelUse known(boolean isTcp, int port) {
        return (isTcp ? tcp : udp).getOrDefault(port, KernelUse.UNKNOWN);
    }

    /** Returns the same or, if that is not known, what it most likely has the port for. */
    KernelUse likely(boolean isTcp, int port) {
        KernelUse known = known(isTcp, port);
        return known.isKnown() || isTcp ? known : otherUdp;
    }
}
