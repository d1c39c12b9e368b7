// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Direction;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.firewalld.FirewalldBackend;
import org.portio.firewall.spi.Change;
import org.portio.testing.AtOnce;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;
import org.portio.testing.LabHost.Outcome;

/** Tests what firewalld does with packets; it and its bus run inside the lab. */
class FirewalldKernelTest {

    private static final String START = "dbus-daemon --system --fork --nopidfile >/dev/null 2>&1; firewalld --nopid"
            + " >/dev/null 2>&1; for i in $(seq 100); do firewall-cmd --state >/dev/null 2>&1 && break; sleep 0.1; done;"
            + " firewall-cmd --add-port=8000-8001/tcp --add-port=9005/udp && firewall-cmd --runtime-to-permanent";

    @TempDir
    private Path root;

    private Lab lab;
    private Sandbox sandbox;
    private FirewalldBackend backend;

    @BeforeEach
    void open() throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram("firewalld", "firewalld dbus");
        Lab.assumeProgram("dbus-daemon", "firewalld dbus");
        lab = Lab.open();
        sandbox = new Sandbox(lab.server(), "/etc/firewalld", Sandbox.rootFor(root, "/etc/firewalld"));
        backend = new FirewalldBackend(sandbox, root);
    }

    @AfterEach
    void close() throws Exception {
        if (sandbox != null) {
            sandbox.close();
        }
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void onlyTheBlockedPortsAreShutUntilTheyAreUnblocked() throws Exception {
        assertEquals(Status.ABSENT, backend.availability().status());
        sandbox.sh(START);
        assertEquals(Status.AVAILABLE, backend.availability().status());
        String before = sandbox.sh("firewall-cmd -v --list-all-policies; firewall-cmd --list-all-zones");
        LabHost client = lab.client();
        try (AutoCloseable _ = lab.listen(8000, 8001, 9005);
                AutoCloseable _ = client.listen(7000, 7001);
                Socket old = client.open(lab.server().address(), 8000)) {
            backend.apply(Rules.add(
                    Rules.tcp(8000),
                    Rules.udp(9005, 9010).withVerdict(Verdict.DROP),
                    Rules.tcp(7000).withDirection(Direction.OUTBOUND)));
            assertEquals(3, backend.list().size());
            List<String> addresses =
                    List.of(lab.server().address(), lab.server().address6());
            for (String address : addresses) {
                assertEquals(Outcome.REFUSED, client.connect(address, 8000), address);
                assertEquals(Outcome.CONNECTED, client.connect(address, 8001), address);
            }
            assertEquals(
                    List.of(Outcome.TIMED_OUT, Outcome.TIMED_OUT),
                    AtOnce.ask(addresses, address -> client.datagram(address, 9005)));
            for (String address : List.of(client.address(), client.address6())) {
                assertEquals(Outcome.REFUSED, lab.server().connect(address, 7000), address);
                assertEquals(Outcome.CONNECTED, lab.server().connect(address, 7001), address);
            }
            assertTrue(LabHost.echoes(old), "existing connections go on");
            assertTrue(lab.server().connects("127.0.0.1", 8000), "loopback stays open");

            backend.apply(new Change(List.of(), backend.list()));
            assertEquals(before, sandbox.sh("firewall-cmd -v --list-all-policies; firewall-cmd --list-all-zones"));
            assertTrue(client.connects(lab.server().address6(), 8000));
        }
    }
}
