// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.portio.core.system.Places;
import org.portio.keeper.Companion;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.client.KeeperLink;
import org.portio.keeper.internal.client.RemoteKeeper;
import org.portio.keeper.internal.daemon.Engines;
import org.portio.keeper.internal.daemon.KeeperRun;
import org.portio.keeper.internal.protocol.Hello;
import org.portio.keeper.internal.protocol.LineChannel;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.keeper.internal.runtime.Owner;
import org.portio.keeper.internal.runtime.RuntimeDirectories;
import org.portio.testing.FakeReservations;
import org.portio.testing.FakeServers;

/** A keeper with a real socket, whose reservations and servers are fakes, on a thread of the test. */
public final class FakeKeeper implements AutoCloseable {

    static final String VERSION = "1.2.3";

    public final FakeReservations reservations = new FakeReservations();
    public final FakeServers servers = new FakeServers();
    public final Places places;
    final RuntimeDirectories directories;
    private final Path socket;
    /** The companion named echo: it says again what it is asked, or refuses with its failure if it has one. */
    static final class Echo implements Companion.Stay {

        KeeperException failure;

        @Override
        public Optional<String> answer(String question) throws KeeperException {
            if (failure != null) {
                throw failure;
            }
            return Optional.of(question);
        }

        @Override
        public void close() {
            // There is nothing to end.
        }
    }

    final Echo echo = new Echo();

    private final List<String> reports = new ArrayList<>(List.of("a report"));
    private Thread thread;

    /** Creates one with its files below this directory. */
    public FakeKeeper(Path folder) throws IOException {
        places = placesBelow(folder);
        directories = new RuntimeDirectories(places, Map.of());
        socket = directories.all(Owner.ofThisProcess()).getFirst().socket();
    }

    public static Places placesBelow(Path folder) {
        return Places.of(Map.of("PORTIO_HOME", folder.toString()), "Linux", folder);
    }

    public void start() throws InterruptedException {
        KeeperRun run = new KeeperRun(
                directories,
                VERSION,
                () -> new Engines(reservations, servers, Map.of("echo", echo), reports, reports::clear));
        thread = Thread.ofPlatform().start(() -> {
            try {
                run.serve();
            } catch (KeeperException _) {
                // The log has it, and the test sees that nobody answers.
            }
        });
        await(() -> Files.exists(socket));
    }

    /** Returns what a client uses; it cannot start a keeper. */
    public Keeper client() {
        return new RemoteKeeper(link());
    }

    KeeperLink link() {
        return new KeeperLink(directories, null, "9.9.9");
    }

    Path socket() {
        return socket;
    }

    /** Returns a connection on which nothing has been said. */
    LineChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return new LineChannel(channel, 1 << 20);
    }

    /** Returns a connection after the hello of both sides. */
    LineChannel greet() throws IOException {
        LineChannel lines = connect();
        assertTrue(Hello.read(lines.read()).speaksOurs());
        lines.write(Hello.ofThisProcess("9.9.9").json());
        return lines;
    }

    String log() throws IOException {
        return Files.readString(KeeperLog.file(places));
    }

    public static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean(), "it does not happen");
    }

    @Override
    public void close() throws Exception {
        if (thread != null) {
            client().stop();
            thread.join(Duration.ofSeconds(20));
            assertFalse(thread.isAlive(), "the keeper does not end");
        }
    }
}
