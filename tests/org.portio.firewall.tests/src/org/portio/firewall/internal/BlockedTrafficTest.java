// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.iptables.IptablesBackend;
import org.portio.firewall.internal.nft.NftBackend;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.Rule;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;
import org.portio.testing.LabHost.Outcome;

/** Blocks stop the packets that they name, and no others, with every backend. */
class BlockedTrafficTest {

    private static final int SERVICE = 8000;
    private static final PortRange CLIENTS = new PortRange(50_000, 50_010);
    private static final String UNTRACKED = """
        table inet raw {
          chain in { type filter hook prerouting priority -300; notrack; }
          chain out { type filter hook output priority -300; notrack; }
        }
        """;
    private static final int PATIENCE_MILLIS = 1200;

    private Lab lab;
    private LabHost server;
    private LabHost client;
    private FirewallBackend backend;

    private void open(String name) throws IOException {
        Lab.assumePossible();
        Lab.assumeProgram("nftables".equals(name) ? "nft" : name, "nftables or iptables");
        lab = Lab.open();
        server = lab.server();
        client = lab.client();
        backend = "nftables".equals(name)
                ? new NftBackend(server)
                : new IptablesBackend(ofVariant(name.replace("iptables", "")));
    }

    private CommandRunner ofVariant(String variant) {
        return (command, input, limit) -> {
            List<String> changed = new ArrayList<>(command);
            changed.set(0, command.getFirst().replaceFirst("^(ip6?tables)(?!-legacy|-nft)", "$1" + variant));
            return server.run(changed, input, limit);
        };
    }

    @AfterEach
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables-nft", "iptables-legacy"})
    void answersOfItsOwnServersPassABlockOfTheirClientsPorts(String name) throws Exception {
        open(name);
        try (AutoCloseable _ = lab.listen(SERVICE);
                AutoCloseable _ = client.listen(50_001)) {
            for (BlockRequest request : List.of(
                    BlockRequest.of(CLIENTS, Protocol.TCP).withCutExisting(true),
                    BlockRequest.of(CLIENTS, Protocol.TCP),
                    BlockRequest.of(CLIENTS, Protocol.UDP))) {
                backend.apply(Rules.add(request.withDirection(Direction.OUTBOUND)));

                assertTrue(tcpFrom(50_002), "TCP client of a server here: " + request);
                assertTrue(udpFrom(50_003), "UDP client of a server here: " + request);
                boolean tcp = request.protocol() == Protocol.TCP;
                assertEquals(tcp ? Outcome.REFUSED : Outcome.CONNECTED, server.connect(client.address(), 50_001));
                assertEquals(tcp, server.call(() -> answersFrom(new DatagramSocket(), client.address(), 50_001)));
                backend.apply(new Change(List.of(), backend.list()));
            }
        }
    }

    /** The kernel ends existing connections; those of clients stay. */
    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables-nft"})
    void connectionsOfClientsOutliveACutOfTheirPorts(String name) throws Exception {
        open(name);
        try (AutoCloseable _ = lab.listen(SERVICE);
                Socket connection = clientFrom(50_004)) {
            assertTrue(LabHost.echoes(connection), "control");
            backend.apply(Rules.add(BlockRequest.of(CLIENTS, Protocol.TCP)
                    .withDirection(Direction.OUTBOUND)
                    .withCutExisting(true)));

            assertTrue(LabHost.echoes(connection));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables-nft", "iptables-legacy"})
    void itsOwnClientsGetAnswersAtPortsThatAreBlockedInbound(String name) throws Exception {
        open(name);
        try (AutoCloseable _ = client.listen(SERVICE)) {
            backend.apply(Rules.add(
                    BlockRequest.of(new PortRange(1024, 65_535), Protocol.TCP).withCutExisting(true)));

            assertTrue(server.connects(client.address(), SERVICE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables-nft", "iptables-legacy"})
    void datagramsToOneToAGroupAndToAllAreBlockedAlike(String name) throws Exception {
        open(name);
        client.sh("ip route add 224.0.0.0/4 dev eth0");
        String device = server.sh("ip -o link show type veth").split(": ")[1].split("@")[0];
        try (MulticastSocket receiver = server.call(() -> receiver(device))) {
            List<String> all = List.of(server.address(), "224.0.0.251", "10.77.0.255");
            for (String to : all) {
                assertEquals(1, arrivals(receiver, List.of(to)), "control: " + to);
            }
            for (Verdict verdict : List.of(Verdict.REJECT, Verdict.DROP)) {
                backend.apply(Rules.add(
                        BlockRequest.of(PortRange.of(SERVICE), Protocol.UDP).withVerdict(verdict)));
                assertEquals(0, arrivals(receiver, all), verdict.toString());
                backend.apply(new Change(List.of(), backend.list()));
            }
        }
    }

    /**
     * Some machines exempt busy servers' packets from connection tracking: then it is unknown who opened a
     * connection.
     */
    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables-nft", "iptables-legacy"})
    void whatIsExemptFromTrackingIsBlockedToo(String name) throws Exception {
        open(name);
        server.run(List.of("nft", "-f", "-"), UNTRACKED, Duration.ofSeconds(10));
        try (AutoCloseable _ = lab.listen(SERVICE);
                AutoCloseable _ = client.listen(50_001)) {
            backend.apply(Rules.add(
                    BlockRequest.of(PortRange.of(SERVICE), Protocol.TCP).withCutExisting(true)));
            assertEquals(Outcome.REFUSED, client.connect(server.address(), SERVICE));
            assertEquals(Outcome.CONNECTED, server.connect(client.address(), 50_001));
            backend.apply(new Change(List.of(), backend.list()));

            for (Protocol protocol : Protocol.values()) {
                backend.apply(Rules.add(BlockRequest.of(CLIENTS, protocol)
                        .withDirection(Direction.OUTBOUND)
                        .withCutExisting(protocol == Protocol.TCP)));
                assertEquals(
                        protocol == Protocol.TCP ? Outcome.REFUSED : Outcome.CONNECTED,
                        server.connect(client.address(), 50_001));
                assertEquals(
                        protocol == Protocol.TCP,
                        server.call(() -> answersFrom(new DatagramSocket(), client.address(), 50_001)));
                backend.apply(new Change(List.of(), backend.list()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables-nft", "iptables-legacy"})
    void anExchangeOfDatagramsThatIsGoingOnStopsAtOnce(String name) throws Exception {
        open(name);
        try (AutoCloseable _ = lab.listen(SERVICE);
                DatagramSocket flow = client.call(() -> new DatagramSocket(50_005))) {
            flow.setSoTimeout(PATIENCE_MILLIS);
            flow.connect(InetAddress.getByName(server.address()), SERVICE);
            assertTrue(answers(flow), "control");
            backend.apply(Rules.add(BlockRequest.of(PortRange.of(SERVICE), Protocol.UDP)));

            assertFalse(answers(flow));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nftables", "iptables-nft", "iptables-legacy"})
    void theKernelOpensThePortWhenTheTimeIsOver(String name) throws Exception {
        open(name);
        BlockRequest request = Rules.tcp(SERVICE);
        try (AutoCloseable _ = lab.listen(SERVICE)) {
            backend.apply(
                    new Change(List.of(new Rule(Rules.tag(1, request), request, Duration.ofSeconds(3))), List.of()));
            AppliedRule there = backend.list().getFirst();
            assertTrue(there.expired() || client.connect(server.address(), SERVICE) == Outcome.REFUSED);
            assertTrue(there.terms().remaining().compareTo(Duration.ofSeconds(5)) < 0);
            assertEquals(Verdict.REJECT, there.terms().verdict());

            Instant last = Instant.now().plusSeconds(60);
            while (!client.connects(server.address(), SERVICE) && Instant.now().isBefore(last)) {
                Thread.sleep(200);
            }
            assertTrue(client.connects(server.address(), SERVICE));
            AppliedRule over = backend.list().getFirst();
            assertTrue(over.expired());
            backend.apply(new Change(List.of(), List.of(over)));
            assertEquals(List.of(), backend.list());
        }
    }

    private static MulticastSocket receiver(String device) throws IOException {
        NetworkInterface network = NetworkInterface.getByName(device);
        MulticastSocket socket = new MulticastSocket(SERVICE);
        socket.joinGroup(new InetSocketAddress("224.0.0.251", 0), network);
        return socket;
    }

    /** Sends a datagram to each address, and returns how many arrive. */
    private int arrivals(MulticastSocket receiver, List<String> addresses) throws IOException {
        client.call(() -> {
            try (MulticastSocket sender = new MulticastSocket(0)) {
                sender.setNetworkInterface(NetworkInterface.getByName("eth0"));
                sender.setBroadcast(true);
                for (String to : addresses) {
                    sender.send(new DatagramPacket(new byte[] {'x'}, 1, new InetSocketAddress(to, SERVICE)));
                }
            }
            return null;
        });
        receiver.setSoTimeout(PATIENCE_MILLIS);
        int arrived = 0;
        try {
            while (arrived < addresses.size()) {
                receiver.receive(new DatagramPacket(new byte[1], 1));
                arrived++;
            }
        } catch (SocketTimeoutException _) {
            // The others do not arrive.
        }
        return arrived;
    }

    private Socket clientFrom(int port) throws IOException {
        return client.call(() -> {
            Socket socket = new Socket();
            socket.setReuseAddress(true);
            socket.setSoLinger(true, 0);
            socket.bind(new InetSocketAddress(port));
            socket.connect(new InetSocketAddress(server.address(), SERVICE), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket;
        });
    }

    private boolean tcpFrom(int port) {
        try (Socket socket = clientFrom(port)) {
            return LabHost.echoes(socket);
        } catch (IOException _) {
            return false;
        }
    }

    private boolean udpFrom(int port) throws IOException {
        return answersFrom(client.call(() -> new DatagramSocket(port)), server.address(), SERVICE);
    }

    private static boolean answersFrom(DatagramSocket from, String to, int port) throws IOException {
        try (DatagramSocket socket = from) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(InetAddress.getByName(to), port);
            return answers(socket);
        }
    }

    private static boolean answers(DatagramSocket socket) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[] {'x'}, 1);
            socket.send(packet);
            socket.receive(packet);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
