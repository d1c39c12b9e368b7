// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.cli.feed.Publisher.Library;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.port.PortRange;
import org.portio.core.system.Places;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Firewall;
import org.portio.firewall.Verdict;
import org.portio.firewall.wiring.Firewalls;
import org.portio.keeper.Keeper;
import org.portio.keeper.Keepers;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.testing.Lab;
import org.portio.testing.ScratchActions;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Programs that use ZeroMQ, as PortIO sees them and keeps ports for them. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "PortIO sees bound sockets and network namespaces on Linux only")
class ZeroMqScenariosTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final ConnectionMonitor monitor =
            ConnectionMonitor.over(List.of(new LinuxConnectionSource()), ScratchActions.log());

    @ParameterizedTest
    @EnumSource
    void aPublisherOnAReservedPortIsRefusedAndWhyExplainsItUntilItIsLent(Library library) throws Exception {
        Publisher.assume(library);
        PortKey key = PortKey.of(freePort(), Protocol.TCP);
        try (HeldPorts held = HeldPorts.open(places(), monitor)) {
            held.reserve(new Reservation(key, "", "for the demo", HandOver.AUTO, false, Instant.now()));

            try (Publisher refused = Publisher.on(library, key.port())) {
                assertFalse(refused.isBound());
            }
            Diagnosis why = Diagnoser.over(monitor, List.of(Keepers.findings(keeper(held))))
                    .diagnose(key.port(), Protocol.TCP, "");
            assertFalse(why.isFree());
            assertTrue(
                    why.findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.RESERVATION),
                    why.findings().toString());

            held.lend(key, HandOver.RELEASE, null);
            try (Publisher lent = Publisher.on(library, key.port())) {
                assertTrue(lent.isBound());
                held.started(key, lent.pid());
            }
            if (library == Library.JEROMQ) {
                // Its process, which is this one, does not end.
                held.giveBack(key);
            }
            awaitHeld(held);
            try (Publisher refused = Publisher.on(library, key.port())) {
                assertFalse(refused.isBound());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPublisherListensAndItsSubscriberIsEstablishedEachWithItsOwner(Library library) throws Exception {
        Publisher.assume(library);
        int port = freePort();
        try (Publisher publisher = Publisher.on(library, port);
                ZContext context = new ZContext()) {
            context.createSocket(SocketType.SUB).connect("tcp://127.0.0.1:" + port);

            Connection accepted = await(port, TcpState.ESTABLISHED, true);

            assertEquals(List.of(publisher.pid()), pids(await(port, TcpState.LISTEN, true)));
            assertEquals(List.of(publisher.pid()), pids(accepted));
            assertEquals(List.of(ProcessHandle.current().pid()), pids(await(port, TcpState.ESTABLISHED, false)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBlockedSubscriberGetsNothingAndAnUnblockedOneDoes(Library library) throws Exception {
        Publisher.assume(library);
        Lab.assumePossible();
        Lab.assumeProgram("nft", "nftables");
        int port = 5556;
        try (Lab lab = Lab.open();
                ZContext context = lab.server().call(ZContext::new)) {
            ZMQ.Socket publisher = lab.server().call(() -> {
                ZMQ.Socket socket = context.createSocket(SocketType.PUB);
                socket.bind("tcp://10.77.0.1:" + port);
                return socket;
            });
            Firewall firewall = Firewalls.atHand(Firewalls.backendsOver(lab.server()), places());
            BlockRequest request = BlockRequest.of(PortRange.parse(String.valueOf(port)), Protocol.TCP)
                    .withVerdict(Verdict.REJECT);
            Block block = firewall.block(request, false);
            try (RemoteSubscriber subscriber = RemoteSubscriber.in(library, lab.client(), "tcp://10.77.0.1:" + port)) {
                assertFalse(subscriber.hears(publisher, Duration.ofMillis(700)));

                firewall.unblock(List.of(block.id()), false);

                assertTrue(subscriber.hears(publisher, LIMIT));
            }
        }
    }

    private Places places() {
        return new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"), home.resolve("cache"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Keeper keeper(HeldPorts held) {
        return new StandInKeeper(held);
    }

    private static void awaitHeld(HeldPorts held) throws Exception {
        Instant end = Instant.now().plus(LIMIT);
        while (held.list().getFirst().state() != HoldState.HELD) {
            assertTrue(Instant.now().isBefore(end), held.list().toString());
            Thread.sleep(20);
        }
    }

    /** Waits for the socket that has the port as its own, or as that of its peer. */
    /** Waits for its owner too, which a connection may have at the second look only. */
    private Connection await(int port, TcpState state, boolean own) throws Exception {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            Optional<Connection> found = monitor.snapshot().connections().stream()
                    .filter(connection ->
                            connection.state() == state && !connection.owners().isEmpty())
                    .filter(connection -> own
                            ? connection.local().port() == port
                            : connection.remote() != null && connection.remote().port() == port)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no socket with an owner in " + state + " at " + port);
    }

    private static List<Long> pids(Connection connection) {
        return connection.owners().stream().map(owner -> owner.pid()).toList();
    }
}
