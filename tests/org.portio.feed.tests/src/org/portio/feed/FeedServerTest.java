// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.Protocol;
import org.portio.feed.PortState.Subject;
import org.portio.feed.Subscriber.Received;
import org.portio.feed.internal.Certificate;
import org.portio.feed.internal.Curve;
import org.portio.json.Json;
import org.portio.json.JsonObject;

/** Reads what subscribers of the feed are told, by JeroMQ over loopback. */
class FeedServerTest extends FeedTestCase {

    /** Long enough for what would come to have come. */
    private static final Duration A_WHILE = HEARTBEAT.multipliedBy(4);

    @Test
    void tellsWhatOpensChangesAndCloses() throws Exception {
        FeedServer server = start(settings(false));
        Subscriber subscriber = allowed(server, "me", "opened/", "changed/", "closed/");

        show(server, web(80));
        Received opened = subscriber.next();
        show(server);
        Received closed = subscriber.next();

        assertEquals("opened/tcp/80/", opened.topic());
        assertEquals(List.of("opened 80"), opened.events());
        assertEquals(1, opened.sequence());
        assertEquals("closed/tcp/80/", closed.topic());
        assertEquals(2, closed.sequence());
        assertEquals(server.status().run(), closed.json().value("run").asText());
        assertEquals(1, closed.json().value("schema").asInt());
        assertEquals(2, server.status().sent());
    }

    @Test
    void aSubscriptionToOnePortGetsNoPortThatBeginsTheSame() throws Exception {
        FeedServer server = start(settings(true));
        Subscriber subscriber = closing(Subscriber.to(server.status(), null, null, "opened/tcp/80/"))
                .ready();

        show(server, web(8080), web(800), web(80));
        Received only = subscriber.next();

        assertEquals("opened/tcp/80/", only.topic());
        assertEquals(List.of("opened 80"), only.events());
        assertTrue(subscriber.hearsNothing(A_WHILE));
    }

    @Test
    void eventsOfARefreshTravelTogetherInOneMessagePerTopicAndInOneWithAll() throws Exception {
        FeedServer server = start(settings(true));
        Subscriber ofPort = closing(Subscriber.to(server.status(), null, null, "opened/tcp/80/"))
                .ready();
        Subscriber ofAll =
                closing(Subscriber.to(server.status(), null, null, "refresh/")).ready();

        show(server, web(80), visit(80, 5001), visit(80, 5002), web(443));

        assertEquals(
                List.of("opened 80", "opened 80", "opened 80"), ofPort.next().events());
        assertEquals(
                List.of("opened 80", "opened 80", "opened 80", "opened 443"),
                ofAll.next().events());
        assertEquals(1, server.status().sequence());
    }

    @Test
    void manyEventsAtATimeGetSeveralNumbers() throws Exception {
        FeedServer server = start(settings(true));
        Subscriber subscriber =
                closing(Subscriber.to(server.status(), null, null, "refresh/")).ready();

        show(
                server,
                Stream.iterate(1, port -> port + 1)
                        .limit(600)
                        .map(FeedTestCase::web)
                        .toArray(Connection[]::new));

        assertEquals(250, subscriber.next().events().size());
        assertEquals(250, subscriber.next().events().size());
        Received last = subscriber.next();
        assertEquals(100, last.events().size());
        assertEquals(3, last.sequence());
    }

    @Test
    void aStrangerAndOneWithoutAKeyGetNothing() throws Exception {
        FeedServer server = start(settings(false));
        Subscriber plain = closing(Subscriber.to(server.status(), null, null, "heartbeat/"));
        Subscriber stranger = closing(Subscriber.to(server.status(), keys.serverKey(), Curve.generate(), "heartbeat/"));

        // Its own heartbeats show that there were some.
        Subscriber friend = allowed(server, "friend", "heartbeat/");
        friend.ready();

        assertTrue(plain.hearsNothing(A_WHILE));
        assertTrue(stranger.hearsNothing(A_WHILE));
    }

    @Test
    void aKeyCanBeAllowedAndRevokedWhileTheFeedRuns() throws Exception {
        FeedServer server = start(settings(false));
        Certificate own = Curve.generate();
        keys.allow("laptop", own.publicKey());
        Subscriber laptop = closing(Subscriber.to(server.status(), keys.serverKey(), own, "heartbeat/"))
                .ready();
        Subscriber other = allowed(server, "other", "heartbeat/");

        assertTrue(keys.revoke("laptop"));

        boolean silent = false;
        while (!silent) {
            // What was sent before is still under way.
            silent = laptop.hearsNothing(HEARTBEAT.multipliedBy(10));
        }
        other.ready();
    }

    @Test
    void aSnapshotAndWhatFollowsItAreWithoutAGap() throws Exception {
        FeedServer server = start(settings(false));
        Subscriber subscriber = allowed(server, "me", "refresh/");
        show(server, web(80));
        show(server, web(80), web(443));

        List<String> parts = subscriber.snapshot();
        show(server, web(443));
        JsonObject head = Json.parse(parts.getFirst()).asObject();
        long sequence = head.value("seq").asLong();
        Received next = subscriber.next();
        while (next.sequence() <= sequence) {
            next = subscriber.next();
        }

        assertEquals(2, head.value("connections").asInt());
        assertEquals(2, parts.get(1).lines().count());
        assertEquals(sequence, next.json().value("previous").asLong());
        assertEquals(List.of("closed 80"), next.events());
    }

    @Test
    void aLargeSnapshotComesWhole() throws Exception {
        FeedServer server = start(settings(true));
        Subscriber subscriber = closing(Subscriber.to(server.status(), null, null));
        show(
                server,
                Stream.iterate(1, port -> port + 1)
                        .limit(3000)
                        .map(FeedTestCase::web)
                        .toArray(Connection[]::new));
        while (server.status().sequence() == 0) {
            Thread.onSpinWait();
        }

        List<String> parts = subscriber.snapshot();

        assertEquals(7, parts.size());
        assertEquals(
                3000,
                parts.stream().skip(1).mapToLong(part -> part.lines().count()).sum());
        JsonObject refused = Json.parse(subscriber.ask("everything").getFirst()).asObject();
        assertEquals(
                "unknown request; ask for: snapshot", refused.value("error").asText());
    }

    @Test
    void reservationsAndBlocksAreToldOfAsTheyChange() throws Exception {
        FeedServer server = start(settings(true));
        Subscriber subscriber = closing(Subscriber.to(server.status(), null, null, "reservation/tcp/", "block/udp/"))
                .ready();
        PortState held = new PortState(Subject.RESERVATION, "TCP 8080", Protocol.TCP, "8080", "held", "/opt/web");
        PortState block = new PortState(Subject.BLOCK, "b1", Protocol.UDP, "9000-9010", "active", "");
        server.show(Subject.RESERVATION, List.of());
        server.show(Subject.BLOCK, List.of());
        subscriber.snapshot();

        server.show(Subject.RESERVATION, List.of(held));
        Received added = subscriber.next();
        server.show(Subject.BLOCK, List.of(block));
        Received blocked = subscriber.next();
        server.show(
                Subject.RESERVATION,
                List.of(new PortState(Subject.RESERVATION, "TCP 8080", Protocol.TCP, "8080", "lent", "/opt/web")));
        JsonObject changed = subscriber.next().json().array("events").get(0).asObject();

        assertEquals("reservation/tcp/8080/", added.topic());
        assertEquals("block/udp/9000-9010/", blocked.topic());
        assertEquals("changed", changed.value("event").asText());
        assertEquals("held", changed.object("before").value("state").asText());
        assertEquals("lent", changed.object("reservation").value("state").asText());
        JsonObject head = Json.parse(subscriber.snapshot().getFirst()).asObject();
        assertEquals(1, head.array("reservations").size());
        assertEquals(1, head.array("blocks").size());
    }

    @Test
    void aHeartbeatSaysWhyNothingIsSeen() throws Exception {
        FeedServer server = start(settings(true));
        Subscriber subscriber = closing(Subscriber.to(server.status(), null, null, "heartbeat/"));

        server.failed(new ConnectionException("no source works here"));

        Received heartbeat = subscriber.receive(Duration.ofSeconds(20));
        while (heartbeat.json().value("failure").isNull()) {
            heartbeat = subscriber.receive(Duration.ofSeconds(20));
        }
        assertEquals("no source works here", heartbeat.json().value("failure").asText());
        assertEquals(0, heartbeat.sequence());
    }

    @Test
    void anAddressInUseIsRefusedWithWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FeedAddress address = FeedAddress.parse("tcp://127.0.0.1:" + taken.getLocalPort());
            FeedSettings settings = FeedSettings.of(address, address.withPort(0), true);

            FeedException refused = assertThrows(FeedException.class, () -> FeedServer.start(settings, keys));

            assertEquals(FeedException.Kind.CONFLICT, refused.kind());
            assertEquals(
                    address + " is in use or not allowed to this user; see why: portio why " + address.port(),
                    refused.getMessage());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() throws Exception {
        FeedSettings settings = FeedSettings.of(FeedAddress.parse("tcp://192.0.2.1:0"), null, false);
        FeedException refused = assertThrows(FeedException.class, () -> FeedServer.start(settings, keys));
        assertEquals(
                "tcp://192.0.2.1:0 is not an address of this machine; choose one that it has", refused.getMessage());
    }
}
