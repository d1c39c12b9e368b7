// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.ufw.UfwBackend;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.testing.AtOnce;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;
import org.portio.testing.LabHost.Outcome;

/** Tests what ufw does with packets, and with the rules of its users. */
class UfwKernelTest {

    @TempDir
    private Path root;

    private Lab lab;
    private Sandbox sandbox;
    private UfwBackend backend;

    @BeforeEach
    void open() throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram("ufw", "ufw");
        lab = Lab.open();
        sandbox = new Sandbox(lab.server(), "/etc/ufw", Sandbox.rootFor(root, "/etc/ufw"));
        backend = new UfwBackend(sandbox, root);
        sandbox.sh("ufw --force enable && ufw allow 8000 && ufw allow 8001/tcp && ufw allow 9000:9010/udp");
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

    private List<String> files() throws Exception {
        return List.of(
                Files.readString(root.resolve("etc/ufw/user.rules")),
                Files.readString(root.resolve("etc/ufw/user6.rules")));
    }

    @Test
    void onlyTheBlockedPortIsRefusedAndItsUsersAllowanceIsBackAfterwards() throws Exception {
        assertEquals(Status.AVAILABLE, backend.availability().status());
        List<String> before = files();
        LabHost client = lab.client();
        try (AutoCloseable _ = lab.listen(8000, 8001, 9005);
                Socket old = client.open(lab.server().address(), 8000)) {
            backend.apply(Rules.add(Rules.tcp(8000), Rules.udp(9005, 9005)));
            assertEquals(2, backend.list().size());
            for (String address : List.of(lab.server().address(), lab.server().address6())) {
                assertEquals(Outcome.REFUSED, client.connect(address, 8000), address);
                assertEquals(Outcome.CONNECTED, client.connect(address, 8001), address);
                assertEquals(Outcome.REFUSED, client.datagram(address, 9005), address);
            }
            assertTrue(LabHost.echoes(old), "existing connections go on");
            assertTrue(lab.server().connects("127.0.0.1", 8000), "loopback stays open");

            backend.apply(new Change(List.of(), backend.list()));
            assertEquals(before, files());
            for (String address : List.of(lab.server().address(), lab.server().address6())) {
                assertTrue(client.connects(address, 8000), address);
                assertEquals(Outcome.CONNECTED, client.datagram(address, 9005), address);
            }
        }
    }

    @Test
    void dropsAndBlocksBothWays() throws Exception {
        LabHost client = lab.client();
        try (AutoCloseable _ = lab.listen(8000);
                AutoCloseable _ = client.listen(8000, 8001)) {
            backend.apply(Rules.add(Rules.tcp(8000).withVerdict(Verdict.DROP).withDirection(Direction.BOTH)));
            LabHost server = lab.server();
            List<Supplier<Outcome>> shut = List.of(
                    () -> client.connect(server.address(), 8000),
                    () -> client.connect(server.address6(), 8000),
                    () -> server.connect(client.address6(), 8000));
            assertEquals(Collections.nCopies(shut.size(), Outcome.TIMED_OUT), AtOnce.ask(shut, Supplier::get));
            assertEquals(Outcome.CONNECTED, server.connect(client.address(), 8001));
        }
    }

    @Test
    void aPortThatSomebodyElseHasARuleForIsRefusedAndLeftAlone() throws Exception {
        List<String> before = files();

        assertThrows(FirewallException.class, () -> backend.apply(Rules.add(Rules.tcp(8001))));
        assertEquals(before, files());
    }

    @Test
    void aUsersRuleBeforeABlockOverridesItUntilItIsPutFirstAgain() throws Exception {
        LabHost client = lab.client();
        try (AutoCloseable _ = lab.listen(8000)) {
            BlockRequest dropped = Rules.tcp(8002).withVerdict(Verdict.DROP);
            backend.apply(Rules.add(Rules.tcp(8000), dropped));
            assertEquals(List.of("", ""), overriding(), "what is allowed after them");

            sandbox.sh("ufw prepend allow from " + client.address() + " && ufw prepend limit 22/tcp");
            assertTrue(client.connects(lab.server().address(), 8000));
            String rule = "chain ip filter ufw-user-input of iptables: -s " + client.address() + " -j ACCEPT";
            assertEquals(List.of(rule, rule), overriding());

            backend.apply(
                    new Change(List.of(Rules.rule(1, Rules.tcp(8000)), Rules.rule(2, dropped)), backend.list(), true));
            assertEquals(List.of("", ""), overriding());
            assertEquals(Outcome.REFUSED, client.connect(lab.server().address(), 8000));
        }
    }

    private List<String> overriding() throws Exception {
        return backend.list().stream().map(AppliedRule::overriddenBy).toList();
    }

    @Test
    void anotherBlockOfTheSamePortTakesThePlaceOfTheFirst() throws Exception {
        backend.apply(Rules.add(Rules.tcp(8000)));
        Change change = new Change(List.of(Rules.rule(7, Rules.tcp(8000))), backend.list());
        backend.apply(change);

        assertEquals(
                List.of(Rules.tag(7, Rules.tcp(8000))),
                backend.list().stream().map(rule -> rule.tag()).toList());
    }
}
