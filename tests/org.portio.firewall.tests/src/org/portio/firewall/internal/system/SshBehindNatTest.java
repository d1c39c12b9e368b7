// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.Rules;
import org.portio.firewall.internal.safety.Guard;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** A client that NAT redirects to the SSH server's port has dialled another port. */
class SshBehindNatTest {

    private static final int SERVER = 8022;
    private static final int DIALLED = 8222;

    @Test
    void theKernelTellsThePortThatTheClientDialled() throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram("nft", "nftables");
        try (Lab lab = Lab.open();
                AutoCloseable _ = lab.listen(SERVER)) {
            LabHost server = lab.server();
            server.sh("nft add table ip nat; nft 'add chain ip nat pre { type nat hook prerouting priority -100; }';"
                    + "nft add rule ip nat pre tcp dport " + DIALLED + " redirect to :" + SERVER);
            try (Socket client = lab.client().open(server.address(), DIALLED)) {
                assertTrue(LabHost.echoes(client), "control");
                SshSession session = new SshSession(client.getLocalPort(), SERVER);

                Set<SshSession> found = server.call(
                        () -> SshSession.dialled(Set.of(session), Translations.ofSystem(CommandRunner.ofSystem())));

                assertEquals(Set.of(new SshSession(client.getLocalPort(), SERVER, DIALLED)), found);
            }
        }
    }

    @Test
    void theGuardKnowsBothPorts() throws Exception {
        Guard guard = new Guard("0", Set.of(new SshSession(50_000, SERVER, DIALLED)));

        assertThrows(FirewallException.class, () -> guard.check(Rules.tcp(SERVER), List.of()));
        assertThrows(FirewallException.class, () -> guard.check(Rules.tcp(DIALLED), List.of()));
        guard.check(Rules.tcp(DIALLED + 1), List.of());
    }

    @Test
    void readsTheFileAndWhatConntrackPrints() {
        String line = "tcp      6 431999 ESTABLISHED src=192.0.2.9 dst=192.0.2.1 sport=50000 dport=2222"
                + " src=192.0.2.1 dst=192.0.2.9 sport=22 dport=50000 [ASSURED] mark=0 use=1";
        Translations both = new Translations(List.of("udp 17 x", "ipv4     2 " + line + " zone=0"));

        assertEquals(OptionalInt.of(2222), both.dialled(50_000, 22));
        assertEquals(OptionalInt.empty(), both.dialled(50_001, 22));
        assertEquals(OptionalInt.of(2222), new Translations(List.of(line)).dialled(50_000, 22));
    }
}
