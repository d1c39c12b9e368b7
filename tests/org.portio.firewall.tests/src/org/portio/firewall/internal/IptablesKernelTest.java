// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.iptables.IptablesBackend;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.testing.AtOnce;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;
import org.portio.testing.LabHost.Outcome;

/** Tests what iptables does with packets, for both of its variants. */
class IptablesKernelTest {

    private Lab lab;
    private LabHost server;
    private LabHost client;
    private IptablesBackend backend;

    private void open(String variant) throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram("iptables-" + variant, "iptables");
        lab = Lab.open();
        server = lab.server();
        client = lab.client();
        backend = new IptablesBackend(ofVariant(server, variant));
    }

    /** Runs the programs of this variant if the backend asks for the standard one. */
    private static CommandRunner ofVariant(CommandRunner runner, String variant) {
        return (command, input, limit) -> {
            List<String> changed = new ArrayList<>(command);
            changed.set(0, command.getFirst().replaceFirst("^(ip6?tables)(?!-legacy|-nft)", "$1-" + variant));
            return runner.run(changed, input, limit);
        };
    }

    @AfterEach
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    private void block(BlockRequest... requests) throws Exception {
        backend.apply(Rules.add(requests));
    }

    private void unblockAll() throws Exception {
        backend.apply(new Change(List.of(), backend.list()));
    }

    private List<String> addresses() {
        return List.of(server.address(), server.address6());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void onlyTheBlockedPortsAreRefused(String variant) throws Exception {
        open(variant);
        try (AutoCloseable _ = lab.listen(8000, 8001, 9005)) {
            block(Rules.tcp(8000), Rules.udp(9000, 9010));

            for (String address : addresses()) {
                assertEquals(Outcome.REFUSED, client.connect(address, 8000), address);
                assertEquals(Outcome.CONNECTED, client.connect(address, 8001), address);
                assertEquals(Outcome.CONNECTED, client.connect(address, 9005), address);
                assertEquals(Outcome.REFUSED, client.datagram(address, 9005), address);
                assertEquals(Outcome.CONNECTED, client.datagram(address, 8000), address);
            }
            assertTrue(server.connects("127.0.0.1", 8000), "loopback stays open");
            assertTrue(server.connects("::1", 8000), "loopback stays open");
            assertEquals(2, backend.list().getFirst().hits());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void aDroppedPortKeepsTheClientWaiting(String variant) throws Exception {
        open(variant);
        try (AutoCloseable _ = lab.listen(8000)) {
            block(Rules.tcp(8000).withVerdict(Verdict.DROP));

            assertEquals(
                    List.of(Outcome.TIMED_OUT, Outcome.TIMED_OUT),
                    AtOnce.ask(addresses(), address -> client.connect(address, 8000)));
            assertTrue(backend.list().getFirst().hits() >= 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void loopbackIsBlockedWhereThatIsAskedFor(String variant) throws Exception {
        open(variant);
        try (AutoCloseable _ = lab.listen(8000)) {
            block(Rules.tcp(8000).withLoopback(true));

            for (String address : List.of("127.0.0.1", "::1", server.address(), server.address6())) {
                assertEquals(Outcome.REFUSED, server.connect(address, 8000), address);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void portsOfOtherMachinesAreBlockedOnTheWayOut(String variant) throws Exception {
        open(variant);
        try (AutoCloseable _ = client.listen(8000, 8001);
                AutoCloseable _ = server.listen(8000)) {
            block(Rules.tcp(8000).withDirection(Direction.OUTBOUND));

            for (String address : List.of(client.address(), client.address6())) {
                assertEquals(Outcome.REFUSED, server.connect(address, 8000), address);
                assertEquals(Outcome.CONNECTED, server.connect(address, 8001), address);
            }
            assertTrue(client.connects(server.address(), 8000));
            assertTrue(server.connects("127.0.0.1", 8000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void connectionsThatAreThereAlreadyGoOnUnlessTheyAreToBeCut(String variant) throws Exception {
        open(variant);
        for (Verdict verdict : Verdict.values()) {
            try (AutoCloseable _ = lab.listen(8000);
                    Socket socket = client.open(server.address(), 8000);
                    Socket socket6 = client.open(server.address6(), 8000)) {
                List<Socket> sockets = List.of(socket, socket6);
                assertEquals(List.of(true, true), AtOnce.ask(sockets, LabHost::echoes), "control");
                block(Rules.tcp(8000).withVerdict(verdict));
                assertEquals(List.of(true, true), AtOnce.ask(sockets, LabHost::echoes), "spared: " + verdict);
                assertNoneConnects();

                block(Rules.tcp(8000).withVerdict(verdict).withCutExisting(true));
                assertEquals(List.of(false, false), AtOnce.ask(sockets, LabHost::echoes), "cut: " + verdict);
                assertNoneConnects();
                unblockAll();
            }
        }
    }

    private void assertNoneConnects() {
        assertEquals(List.of(false, false), AtOnce.ask(addresses(), address -> client.connects(address, 8000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void portsPublishedByAddressTranslationAreBlocked(String variant) throws Exception {
        open(variant);
        LabHost container = lab.container();
        publish(variant);
        try (AutoCloseable _ = container.listen(80)) {
            assertEquals(both(Outcome.CONNECTED), outcomes(client, 8000), "published");
            for (Verdict verdict : Verdict.values()) {
                block(Rules.tcp(8000).withVerdict(verdict));
                assertEquals(
                        both(verdict == Verdict.DROP ? Outcome.TIMED_OUT : Outcome.REFUSED), outcomes(client, 8000));
                assertEquals(both(Outcome.CONNECTED), outcomes(client, 8001), "the neighbour stays published");
                assertEquals(both(Outcome.CONNECTED), outcomes(server, 8000), "loopback stays open");
            }
            block(Rules.tcp(8000).withLoopback(true));
            assertEquals(both(Outcome.REFUSED), outcomes(server, 8000));
            unblockAll();
            assertEquals(both(Outcome.CONNECTED), outcomes(client, 8000), "published again");
        }
    }

    private static List<Outcome> both(Outcome outcome) {
        return List.of(outcome, outcome);
    }

    private List<Outcome> outcomes(LabHost from, int port) {
        return AtOnce.ask(addresses(), address -> from.connect(address, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void publishedConnectionsGoOnUnlessTheyAreToBeCut(String variant) throws Exception {
        open(variant);
        LabHost container = lab.container();
        publish(variant);
        for (Verdict verdict : Verdict.values()) {
            try (AutoCloseable _ = container.listen(80);
                    Socket socket = client.open(server.address(), 8000);
                    Socket socket6 = client.open(server.address6(), 8000)) {
                List<Socket> sockets = List.of(socket, socket6);
                block(Rules.tcp(8000).withVerdict(verdict));
                assertEquals(List.of(true, true), AtOnce.ask(sockets, LabHost::echoes), "spared: " + verdict);
                block(Rules.tcp(8000).withVerdict(verdict).withCutExisting(true));
                assertEquals(List.of(false, false), AtOnce.ask(sockets, LabHost::echoes), "cut: " + verdict);
                unblockAll();
            }
        }
    }

    /** Publishes the port as a container engine does. */
    private void publish(String variant) throws Exception {
        for (String[] family : new String[][] {{"iptables", "10.78.0.2"}, {"ip6tables", "[fd78::2]"}}) {
            String nat = family[0] + "-" + variant + " -w 5 -t nat ";
            server.sh(nat + "-N DOCKER; " + nat + "-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER; " + nat
                    + "-A OUTPUT -m addrtype --dst-type LOCAL -j DOCKER; " + nat
                    + "-A DOCKER -p tcp -m multiport --dports 8000,8001 -j DNAT --to-destination " + family[1] + ":80");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void theRulesOfOthersAreTheSameAfterwards(String variant) throws Exception {
        open(variant);
        publish(variant);
        server.sh("iptables-" + variant + " -w 5 -A INPUT -p tcp --dport 8000 -j ACCEPT");
        String before = rules(variant);

        block(Rules.tcp(8000).withLoopback(true).withDirection(Direction.BOTH), Rules.udp(53, 99));
        server.sh("iptables-" + variant + " -w 5 -I INPUT 1 -p tcp --dport 22 -j ACCEPT");
        block(Rules.tcp(8000));
        String input = server.sh("iptables-" + variant + " -w 5 -S INPUT");
        assertTrue(input.indexOf("PORTIO-IN") < input.indexOf("22"), "PortIO's chain comes first again: " + input);
        server.sh("iptables-" + variant + " -w 5 -D INPUT -p tcp --dport 22 -j ACCEPT");
        unblockAll();

        assertEquals(List.of(), backend.list());
        assertEquals(before, rules(variant));
    }

    private String rules(String variant) throws Exception {
        // Tables without rules appear when they are first used; what counts is rules and the chains that users made.
        return server.sh("iptables-" + variant + "-save; ip6tables-" + variant + "-save")
                .lines()
                .filter(line -> line.startsWith("-A ") || line.matches(":\\S+ - .*"))
                .map(line -> line.replaceAll(" \\[.*", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void whatSomebodyElseRemovedInPartIsDamagedAndComesBackWhole(String variant) throws Exception {
        open(variant);
        try (AutoCloseable _ = lab.listen(8000)) {
            block(Rules.tcp(8000));
            server.sh("ip6tables-" + variant + " -w 5 -F PORTIO-IN");
            assertTrue(backend.list().getFirst().damaged());
            block(Rules.tcp(8000));
            assertFalse(backend.list().getFirst().damaged());
            server.sh("iptables-" + variant + " -w 5 -F INPUT");
            assertTrue(backend.list().getFirst().damaged());
            block(Rules.tcp(8000));

            AppliedRule rule = backend.list().getFirst();
            assertEquals(4, rule.handles().size(), rule.handles()::toString);
            addresses().forEach(address -> assertFalse(client.connects(address, 8000), address));
        }
    }
}
