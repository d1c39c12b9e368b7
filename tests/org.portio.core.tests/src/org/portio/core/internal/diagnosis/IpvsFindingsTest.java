// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Question;
import org.portio.testing.Sockets;

/** Reads a table as ip_vs_info_seq_show in the kernel's ip_vs_ctl.c writes it. */
class IpvsFindingsTest {

    private static final String TABLE = """
            IP Virtual Server version 1.2.1 (size=4096)
            Prot LocalAddress:Port Scheduler Flags
              -> RemoteAddress:Port Forward Weight ActiveConn InActConn
            TCP  0A000001:0050 rr\s
              -> 0A000002:1F90      Masq    1      0          0        \s
            UDP  [2001:0db8:0000:0000:0000:0000:0000:0001]:0035 wlc\s
            TCP  0A000009:0000 rr persistent 360 FFFFFFFF
            FWM  00000001 wlc\s
            """;

    @TempDir
    private Path folder;

    private IpvsFindings ipvs;

    @BeforeEach
    void writeTheTable() throws IOException {
        ipvs = new IpvsFindings(Files.writeString(folder.resolve("ip_vs"), TABLE));
    }

    @Test
    void namesTheServiceThatTakesThePackets() {
        Finding found = find(53, Protocol.UDP, "").getFirst();

        assertEquals(
                "the kernel's load balancer (IPVS) forwards UDP [2001:db8::1]:53 to other servers: clients reach one of"
                        + " them, whoever binds the port here",
                found.what());
        assertEquals("/proc/net/ip_vs: UDP  [2001:0db8:0000:0000:0000:0000:0000:0001]:0035 wlc", found.evidence());
        assertEquals(Finding.Kind.REDIRECT, found.kind());
        assertEquals(Finding.Weight.WARNS, found.weight());
    }

    @Test
    void oneForAllPortsTakesThemToo() {
        assertEquals(2, find(80, Protocol.TCP, "").size());
        assertEquals(1, find(81, Protocol.TCP, "*").size());
    }

    @Test
    void keepsAddressesAndProtocolsApart() {
        assertEquals(1, find(80, Protocol.TCP, "10.0.0.1").size());
        assertEquals(List.of(), find(80, Protocol.TCP, "127.0.0.1"));
        assertEquals(List.of(), find(53, Protocol.TCP, "2001:db8::1"));
        assertEquals(List.of(), new IpvsFindings(folder.resolve("none")).find(question(80, Protocol.TCP, "")));
    }

    private List<Finding> find(int port, Protocol protocol, String address) {
        return ipvs.find(question(port, protocol, address));
    }

    private static Question question(int port, Protocol protocol, String address) {
        return new Question(port, protocol, address, Sockets.snapshot());
    }
}
