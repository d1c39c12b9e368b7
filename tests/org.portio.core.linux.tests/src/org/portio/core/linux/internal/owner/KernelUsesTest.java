// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.core.linux.internal.FakeTransport.done;
import static org.portio.core.linux.internal.FakeTransport.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.KernelUse;
import org.portio.core.linux.internal.FakeTransport;
import org.portio.core.linux.internal.netlink.NetlinkDump;

/** The messages are laid out as linux/if_link.h says; {@code OwnershipTest} asks a real kernel about vxlan. */
class KernelUsesTest {

    private static final int RTM_NEWLINK = 16;
    private static final int IFINFOMSG = 16;
    private static final int PADDING = 80;

    @TempDir
    private Path proc;

    @Test
    void namesTheInterfacesThatTellTheirPort() throws Exception {
        KernelUses uses =
                read(link("gn0", "geneve", 5, 6081), link("vx0", "vxlan", 15, 4789), link("vx1", "vxlan", 15, 4789));

        assertEquals(new KernelUse("geneve", "gn0", false), uses.known(false, 6081));
        assertEquals(new KernelUse("vxlan", "vx0,vx1", false), uses.known(false, 4789));
        assertEquals(KernelUse.UNKNOWN, uses.known(true, 4789));
        assertEquals(KernelUse.UNKNOWN, uses.likely(false, 53));
    }

    @Test
    void concludesThatWireguardHasWhatNothingElseHas() throws Exception {
        KernelUses uses = read(link("wg0", "wireguard", 0, 0), link("vx0", "vxlan", 15, 4789));

        assertEquals(KernelUse.UNKNOWN, uses.known(false, 51820), "a hidden process may have it");
        assertEquals("probably wireguard wg0", uses.likely(false, 51820).text());
        assertEquals("vxlan vx0", uses.likely(false, 4789).text());
        assertEquals(KernelUse.UNKNOWN, uses.likely(true, 51820));
    }

    @Test
    void namesTheServerAndTheLockManagerOfNfs() throws Exception {
        write("fs/nfsd/portlist", "rdma 20049\nudp 2049\ntcp 2049\n");
        write("sys/fs/nfs/nlm_tcpport", "4045\n");
        write("sys/fs/nfs/nlm_udpport", "0\n");
        KernelUses uses = read();

        assertEquals("nfsd", uses.known(true, 2049).text());
        assertEquals("nfsd", uses.known(false, 2049).text());
        assertEquals("lockd", uses.known(true, 4045).text());
        assertEquals(KernelUse.UNKNOWN, uses.known(false, 4045));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(proc.resolve(file).getParent());
        Files.writeString(proc.resolve(file), text);
    }

    private KernelUses read(String... links) throws IOException {
        try (FakeTransport kernel = new FakeTransport()) {
            kernel.answer(String.join("", links), done(0));
            return KernelUses.of(new NetlinkDump(kernel), proc);
        }
    }

    /** Returns an interface of this kind, with its port in network byte order as this attribute of its data; 0 for without. */
    private static String link(String name, String kind, int attribute, int port) {
        String data = attribute == 0 ? "" : attribute(attribute, new byte[] {(byte) (port >> 8), (byte) port});
        String info = attribute(1, (kind + "\0").getBytes(StandardCharsets.US_ASCII))
                + attribute(2, HexFormat.of().parseHex(data));
        // As long as the kernel's, which has dozens of further attributes.
        String payload = "00".repeat(IFINFOMSG)
                + attribute(3, (name + "\0").getBytes(StandardCharsets.US_ASCII))
                + attribute(18, HexFormat.of().parseHex(info))
                + attribute(32, new byte[PADDING]);
        return message(RTM_NEWLINK, 0, payload);
    }

    private static String attribute(int type, byte[] value) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + (value.length + 3 & ~3)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) (4 + value.length)).putShort((short) type).put(value);
        return HexFormat.of().formatHex(bytes.array());
    }
}
