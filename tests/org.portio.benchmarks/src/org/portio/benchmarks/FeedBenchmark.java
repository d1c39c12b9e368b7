// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portio.benchmarks.report.Samples;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.Delta;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.feed.AllowedKey;
import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedKeys;
import org.portio.feed.FeedServer;
import org.portio.feed.FeedSettings;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Measures the feed with subscribers that have keys, all in this process: they decrypt on the same cores. */
final class FeedBenchmark implements AutoCloseable {

    private static final int[] SUBSCRIBERS = {1, 10, 200};
    private static final int[] EVENTS_A_REFRESH = {1, 100};
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int LISTENERS = 10;
    private static final int LIMIT_MILLIS = 60_000;

    private final Path folder = Files.createTempDirectory("portio-feed");
    private final FeedKeys keys = FeedKeys.in(folder);
    private final ZContext context = new ZContext();
    private final FeedServer server;

    private FeedBenchmark() throws IOException, FeedException {
        FeedAddress address = FeedAddress.parse("tcp://127.0.0.1:0");
        // Nobody is cut because all is busy: who comes back has lost what the others wait for.
        FeedSettings settings = FeedSettings.of(address, null, false).withPatience(Duration.ofMillis(LIMIT_MILLIS));
        server = FeedServer.start(settings, keys);
        // The first snapshot is no news. It is known when subscribers have heard a heartbeat.
        server.refreshed(snapshot(0), new Delta(List.of(), List.of(), List.of()));
    }

    /** Returns events a second that every subscriber got, by how many there were and how many events came at a time. */
    static Map<String, Double> throughput() throws IOException {
        Map<String, Double> results = new LinkedHashMap<>();
        for (int subscribers : SUBSCRIBERS) {
            try (FeedBenchmark benchmark = new FeedBenchmark()) {
                List<ZMQ.Socket> all = benchmark.subscribers(subscribers);
                for (int events : EVENTS_A_REFRESH) {
                    benchmark.eventsASecond(all, events, WARM_UP);
                    results.put(
                            subscribers + " subscribers, " + events + " events a refresh",
                            benchmark.eventsASecond(all, events, TIME));
                }
            } catch (FeedException e) {
                throw new IOException(e);
            }
        }
        return results;
    }

    /** Returns the time from a listener's opening until a subscriber has been told. */
    static Samples delay(int rounds) throws IOException, InterruptedException {
        ConnectionMonitor monitor = ConnectionMonitor.over(List.of(new LinuxConnectionSource()));
        try (FeedBenchmark benchmark = new FeedBenchmark()) {
            ZMQ.Socket subscriber = benchmark.subscribers(1).getFirst();
            subscriber.unsubscribe("refresh/");
            subscriber.subscribe("opened/");
            List<Long> delays = new ArrayList<>();
            try (Schedule _ = monitor.follow(benchmark.server)) {
                Thread.sleep(WARM_UP);
                for (int i = 0; i < LISTENERS * rounds; i++) {
                    delays.add(delayOfAListener(subscriber));
                    // Each at another point of the second.
                    Thread.sleep(200 + 37 * (i % LISTENERS));
                }
            }
            return Samples.ofNanos(delays.stream().mapToLong(Long::longValue).toArray());
        } catch (FeedException e) {
            throw new IOException(e);
        }
    }

    private static long delayOfAListener(ZMQ.Socket subscriber) throws IOException {
        try (ServerSocket opened = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            String expected = "opened/tcp/" + opened.getLocalPort() + "/";
            String topic = subscriber.recvStr();
            while (!expected.equals(topic)) {
                if (topic == null) {
                    throw new IOException("a listener was not told of");
                }
                topic = subscriber.recvStr();
            }
            long end = System.nanoTime();
            subscriber.recv();
            return end - start;
        }
    }

    private List<ZMQ.Socket> subscribers(int number) throws IOException, FeedException {
        List<String> own = Files.readAllLines(keys.create("benchmark"));
        String secret = own.getLast().split("\"")[1];
        AllowedKey allowed = keys.allowed().getFirst();
        List<ZMQ.Socket> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ZMQ.Socket socket = context.createSocket(SocketType.SUB);
            socket.setReceiveTimeOut(LIMIT_MILLIS);
            socket.setCurveServerKey(ZMQ.Curve.z85Decode(keys.serverKey()));
            socket.setCurvePublicKey(ZMQ.Curve.z85Decode(allowed.key()));
            socket.setCurveSecretKey(ZMQ.Curve.z85Decode(secret));
            socket.subscribe("refresh/");
            socket.subscribe("heartbeat/");
            socket.connect(server.status().events().toString());
            all.add(socket);
        }
        for (ZMQ.Socket socket : all) {
            // With the first heartbeat, its subscriptions are in force.
            if (socket.recv() == null) {
                throw new IOException("a subscriber could not connect");
            }
            socket.unsubscribe("heartbeat/");
        }
        return all;
    }

    private double eventsASecond(List<ZMQ.Socket> all, int events, Duration time) throws IOException {
        Snapshot none = snapshot(0);
        Snapshot some = snapshot(events);
        long start = System.nanoTime();
        long sent = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            refresh(all, none, some);
            refresh(all, some, none);
            sent += 2L * events;
        }
        return sent / ((System.nanoTime() - start) / 1e9);
    }

    /** Publishes one refresh and waits until every subscriber has it. */
    private void refresh(List<ZMQ.Socket> all, Snapshot before, Snapshot after) throws IOException {
        server.refreshed(after, Delta.between(before, after));
        for (ZMQ.Socket socket : all) {
            String part = socket.recvStr();
            while (part != null && !part.equals("refresh/")) {
                part = socket.recvStr();
            }
            if (part == null || socket.recv() == null) {
                throw new IOException("a subscriber got nothing");
            }
        }
    }

    private static Snapshot snapshot(int listeners) {
        List<Connection> all = IntStream.rangeClosed(1, listeners)
                .mapToObj(port -> Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.of("127.0.0.1", port))
                        .state(TcpState.LISTEN)
                        .build())
                .toList();
        return new Snapshot(Instant.now(), "made up", all, List.of(), Set.of());
    }

    @Override
    public void close() throws IOException {
        context.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
