// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.snapshot;
import static org.portio.testing.Sockets.tcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.feed.internal.Certificate;

/** A feed on ports that the system chooses, over sockets that the test makes up. */
abstract class FeedTestCase {

    static final Duration HEARTBEAT = Duration.ofMillis(100);

    @TempDir
    Path config;

    FeedKeys keys;
    private final List<AutoCloseable> open = new ArrayList<>();
    private Snapshot last = snapshot();

    @BeforeEach
    void makeKeys() {
        keys = FeedKeys.in(config);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    <T extends AutoCloseable> T closing(T one) {
        open.add(one);
        return one;
    }

    static FeedSettings settings(boolean plain) throws FeedException {
        return FeedSettings.of(FeedAddress.parse("tcp://127.0.0.1:0"), null, plain)
                .withHeartbeat(HEARTBEAT);
    }

    /** Starts one that has seen its first snapshot, which is empty. */
    FeedServer start(FeedSettings settings) throws FeedException {
        FeedServer server = closing(FeedServer.start(settings, keys));
        server.refreshed(last, Delta.between(snapshot(), last));
        return server;
    }

    /** Shows these connections from now on. */
    void show(FeedServer server, Connection... connections) {
        Snapshot next = snapshot(connections);
        server.refreshed(next, Delta.between(last, next));
        last = next;
    }

    /** Returns a subscriber with a key that has just been made, whose subscriptions are in force. */
    Subscriber allowed(FeedServer server, String name, String... topics) throws IOException, FeedException {
        Certificate own = Certificate.read(keys.create(name));
        return closing(Subscriber.to(server.status(), keys.serverKey(), own, topics))
                .ready();
    }

    static Connection web(int port) {
        return listener("127.0.0.1", port, process(port, "web"));
    }

    static Connection visit(int port, int from) {
        return tcp(
                endpoint("127.0.0.1", port), endpoint("127.0.0.1", from), TcpState.ESTABLISHED, process(port, "web"));
    }

    static boolean isPrivate(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).size() == 2;
    }
}
