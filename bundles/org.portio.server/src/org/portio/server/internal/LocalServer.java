// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TranscriptEntry;

/** One server: its socket, its figures, its transcript and its time. */
final class LocalServer {

    /** A machine that was asleep is not long in noticing that the time has passed. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(20);

    private final ServerRequest request;
    private final RunningServer server;
    private final Traffic traffic;
    private final Transcript transcript;
    private final Instant started = Instant.now();
    private final Instant ends;
    private Thread timer;

    private LocalServer(ServerRequest request, RunningServer server, Traffic traffic, Transcript transcript) {
        this.request = request;
        this.server = server;
        this.traffic = traffic;
        this.transcript = transcript;
        ends = request.duration() == null ? null : started.plus(request.duration());
    }

    /** Binds its port. */
    static LocalServer open(ServerRequest request, Places places) throws ServerException {
        Traffic traffic = new Traffic();
        Transcript transcript = new Transcript();
        Binding binding = new Binding(request);
        String name = "portio-server-" + request.protocol().label() + "-" + request.port();
        RunningServer server = request.protocol() == Protocol.TCP
                ? tcp(binding, request.mode(), places, traffic, transcript, name)
                : new UdpServer(binding.datagrams(), request.mode(), traffic, transcript, name);
        return new LocalServer(request, server, traffic, transcript);
    }

    private static RunningServer tcp(
            Binding binding, ServerMode mode, Places places, Traffic traffic, Transcript transcript, String name)
            throws ServerException {
        try {
            VirtualThreadSockets.prepare();
            return mode == ServerMode.BLACKHOLE
                    ? new BlackHole(binding.listen(), places.share(), traffic, transcript, name)
                    : new TcpServer(binding.listen(), mode, places.share(), traffic, transcript, name);
        } catch (IOException e) {
            throw new ServerException(
                    Failure.of(
                            Kind.FAILED,
                            "the limit of open files is too low for a server (ulimit -n): " + e.getMessage()),
                    e);
        }
    }

    /** @param expiry is run when its time has come */
    void start(Runnable expiry) {
        server.start();
        if (ends != null) {
            timer = Thread.ofVirtual().name("portio-server-timer").start(() -> awaitEnd(expiry));
        }
    }

    /** Goes by the clock that the user sees, which runs on while the machine sleeps. */
    private void awaitEnd(Runnable expiry) {
        try {
            for (Duration left = left(); left.isPositive(); left = left()) {
                Thread.sleep(left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP);
            }
            expiry.run();
        } catch (InterruptedException _) {
            // Stopped before its time.
            Thread.currentThread().interrupt();
        }
    }

    private Duration left() {
        return Duration.between(Instant.now(), ends);
    }

    /** Returns the last figures. */
    ServerStatus stop() {
        if (timer != null && timer != Thread.currentThread()) {
            timer.interrupt();
        }
        server.stop();
        return status();
    }

    ServerStatus status() {
        return traffic.status(request, started, ends);
    }

    List<TranscriptEntry> transcript() {
        return transcript.entries();
    }
}
