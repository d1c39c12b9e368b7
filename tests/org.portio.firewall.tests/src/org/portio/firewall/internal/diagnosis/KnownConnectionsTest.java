// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Traffic;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** NAT rules see only connections that the kernel does not know yet. */
class KnownConnectionsTest {

    private static final int PORT = 8000;
    private static final int KNOWN = 27000;

    @Test
    void lookKnownIfTheyComeFromThePortOfOneThatWasRefused() throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram("nft", "nftables");
        try (Lab lab = Lab.open();
                AutoCloseable _ = lab.listen(PORT)) {
            load(lab, "input { type filter hook input priority 0; ct state new tcp dport 8000 reject; }");
            assertFalse(connects(lab, KNOWN));
            lab.server().sh("nft flush ruleset");
            load(lab, "nat { type nat hook output priority -100; tcp dport 8000 redirect to :8009; }");

            Traffic within = Traffic.within(Protocol.TCP, AddressFamily.IPV4, PORT);
            assertEquals(
                    Answer.TURNED,
                    new NftSystemRules(lab.server(), Path.of("/"))
                            .outlook()
                            .of(within)
                            .answer());
            assertTrue(connects(lab, KNOWN));
            assertFalse(connects(lab, KNOWN + 1));
        }
    }

    private static void load(Lab lab, String chain) throws IOException {
        String rules = "table inet t {\n chain " + chain + "\n}\n";
        assertEquals(
                "",
                lab.server()
                        .run(List.of("nft", "-f", "-"), rules, Duration.ofSeconds(10))
                        .err());
    }

    private static boolean connects(Lab lab, int from) {
        try (Socket socket = lab.server().open(from, "127.0.0.1", PORT, Duration.ofSeconds(10))) {
            return LabHost.echoes(socket);
        } catch (IOException _) {
            return false;
        }
    }
}
