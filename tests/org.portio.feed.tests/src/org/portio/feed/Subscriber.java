// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portio.feed.internal.Certificate;
import org.portio.json.Json;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A program that subscribes by JeroMQ, as docs/feed.md says. */
final class Subscriber implements AutoCloseable {

    /** One message: its topic and its content. */
    record Received(String topic, JsonObject json) {

        long sequence() {
            return json.value("seq").asLong();
        }

        /** Returns what happened to which port, as {@code opened 80}. */
        List<String> events() {
            return json.array("events").stream()
                    .map(JsonValue::asObject)
                    .map(event -> event.value("event").asText() + " " + port(event))
                    .toList();
        }

        private static String port(JsonObject event) {
            return event.object("connection").value("localPort").asText();
        }
    }

    /** Long enough for a busy machine; tests wait for what they expect. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int SMALL_BUFFER = 16 * 1024;

    private final ZContext context;
    private final ZMQ.Socket events;
    private final ZMQ.Socket snapshots;

    private Subscriber(
            ZContext context, FeedStatus feed, String server, Certificate own, int waiting, String... topics) {
        this.context = context;
        events = socket(SocketType.SUB, server, own);
        events.setRcvHWM(waiting);
        if (waiting > 0) {
            // The kernel would keep megabytes for it.
            events.setReceiveBufferSize(SMALL_BUFFER);
        }
        events.connect(feed.events().toString());
        Arrays.stream(topics).forEach(events::subscribe);
        snapshots = socket(SocketType.DEALER, server, own);
        snapshots.connect(feed.snapshots().toString());
    }

    /** Returns one with these keys; without any if they are null. */
    static Subscriber to(FeedStatus feed, String server, Certificate own, String... topics) {
        return new Subscriber(new ZContext(), feed, server, own, 0, topics);
    }

    /** Returns one that keeps only so many messages that it has not read. */
    static Subscriber withRoomFor(int messages, FeedStatus feed, String... topics) {
        return new Subscriber(new ZContext(), feed, null, null, messages, topics);
    }

    private ZMQ.Socket socket(SocketType type, String server, Certificate own) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(0);
        if (own != null) {
            socket.setCurveServerKey(ZMQ.Curve.z85Decode(server));
            socket.setCurvePublicKey(ZMQ.Curve.z85Decode(own.publicKey()));
            socket.setCurveSecretKey(ZMQ.Curve.z85Decode(own.secretKey()));
        }
        return socket;
    }

    /** Waits until all its subscriptions are in force: the one to heartbeats comes last. */
    Subscriber ready() {
        events.subscribe("heartbeat/");
        Received first = receive(PATIENCE);
        while (!first.topic().equals("heartbeat/")) {
            first = receive(PATIENCE);
        }
        events.unsubscribe("heartbeat/");
        return this;
    }

    /** Waits for the next message that is no heartbeat. */
    Received next() {
        Received received = receive(PATIENCE);
        while (received.topic().equals("heartbeat/")) {
            received = receive(PATIENCE);
        }
        return received;
    }

    /** Returns whether nothing comes for so long. */
    boolean hearsNothing(Duration time) {
        events.setReceiveTimeOut((int) time.toMillis());
        return events.recv() == null;
    }

    Received receive(Duration patience) {
        Received received = poll(patience);
        if (received == null) {
            throw new AssertionError("nothing came within " + patience);
        }
        return received;
    }

    /** Returns null if nothing comes within this time. */
    Received poll(Duration patience) {
        events.setReceiveTimeOut((int) patience.toMillis());
        String topic = events.recvStr();
        return topic == null
                ? null
                : new Received(topic, Json.parse(events.recvStr()).asObject());
    }

    /** Asks for a snapshot and returns its parts; the first is its head. */
    List<String> snapshot() {
        return ask("snapshot");
    }

    List<String> ask(String request) {
        snapshots.send(request);
        snapshots.setReceiveTimeOut((int) PATIENCE.toMillis());
        List<String> parts = new ArrayList<>();
        do {
            String part = snapshots.recvStr();
            if (part == null) {
                throw new AssertionError("no answer within " + PATIENCE);
            }
            parts.add(part);
        } while (snapshots.hasReceiveMore());
        return parts;
    }

    @Override
    public void close() {
        context.close();
    }
}
