// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.feed.Subscriber.Received;
import org.portio.json.Json;

/** Subscribers that do not read harm nobody, and see what they have lost. */
class SlowSubscribersTest extends FeedTestCase {

    private static final int ROUNDS = 700;

    @Test
    void oneThatDoesNotReadSeesTheGapAndGoesOnFromASnapshotWhileOthersMissNothing() throws Exception {
        FeedServer server = start(settings(true));
        Subscriber deaf =
                closing(Subscriber.withRoomFor(5, server.status(), "refresh/")).ready();
        Subscriber good =
                closing(Subscriber.to(server.status(), null, null, "refresh/")).ready();

        for (int round = 1; round <= ROUNDS; round++) {
            step(server, round);
            // The reader of all has to keep up with them: each is a message of its own.
            assertEquals(round, good.next().sequence());
        }

        // Its queue is full once, and stays so: it counts as one overrun until it reads.
        assertEquals(1, server.status().overruns());
        long seen = 0;
        int round = ROUNDS;
        Received message = deaf.next();
        while (message.json().value("previous").asLong() <= seen) {
            seen = message.sequence();
            message = null;
            while (message == null) {
                // It may have been cut meanwhile: what is sent until it is back is lost, too.
                step(server, ++round);
                message = deaf.poll(HEARTBEAT);
            }
        }
        List<String> parts = deaf.snapshot();
        long sequence = Json.parse(parts.getFirst()).asObject().value("seq").asLong();
        assertTrue(sequence > seen, sequence + " after " + seen);
        assertTrue(sequence >= ROUNDS);
        step(server, ++round);
        Received next = deaf.next();
        while (next.sequence() <= sequence) {
            next = deaf.next();
        }
        assertEquals(sequence, next.json().value("previous").asLong());
    }

    /** Publishes one message of ten thousand bytes. */
    private void step(FeedServer server, int round) {
        Stream<Connection> many = Stream.iterate(1, port -> port + 1).limit(30).map(FeedTestCase::web);
        show(server, round % 2 == 0 ? new Connection[0] : many.toArray(Connection[]::new));
    }

    @Test
    void moreThanTheLimitAreCut() throws Exception {
        FeedServer server = start(settings(true).withClients(2));
        Subscriber first = closing(Subscriber.to(server.status(), null, null, "heartbeat/"));
        Subscriber second = closing(Subscriber.to(server.status(), null, null, "heartbeat/"));
        first.ready();
        second.ready();

        Subscriber third = closing(Subscriber.to(server.status(), null, null, "heartbeat/"));

        assertTrue(third.hearsNothing(HEARTBEAT.multipliedBy(5)));
        assertEquals(2, server.status().subscribers());
        first.close();
        third.receive(Duration.ofSeconds(20));
    }

    @Test
    void connectionsThatAnswerNothingAreCut() throws Exception {
        FeedServer server = start(settings(true).withPatience(Duration.ofSeconds(1)));
        Subscriber good = closing(Subscriber.to(server.status(), null, null, "heartbeat/"))
                .ready();
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            silent.add(closing(greeted(server.status().events())));
        }
        while (server.status().subscribers() < 21) {
            good.ready();
        }

        while (server.status().subscribers() > 1) {
            good.ready();
        }
        assertEquals(20, silent.size());
    }

    /** Returns a connection that greets as ZeroMQ does, says that it is a subscriber, and then nothing more. */
    private static Socket greeted(FeedAddress address) throws IOException {
        Socket socket = new Socket(address.host(), address.port());
        byte[] greeting = new byte[64];
        greeting[0] = (byte) 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        greeting[11] = 1;
        System.arraycopy(new byte[] {'N', 'U', 'L', 'L'}, 0, greeting, 12, 4);
        socket.getOutputStream().write(greeting);
        byte[] ready = {
            4, 25, 5, 'R', 'E', 'A', 'D', 'Y', 11, 'S', 'o', 'c', 'k', 'e', 't', '-', 'T', 'y', 'p', 'e', 0, 0, 0, 3,
            'S', 'U', 'B'
        };
        ready[1] = (byte) (ready.length - 2);
        socket.getOutputStream().write(ready);
        return socket;
    }
}
