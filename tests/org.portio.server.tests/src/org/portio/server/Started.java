// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.portio.core.Protocol;

/** One running server of a test, on a port that was free. */
final class Started {

    static final int PATIENCE_MILLIS = 20_000;

    private static final int TRIES = 50;

    private final TemporaryServers servers;
    private final ServerRequest request;

    private Started(TemporaryServers servers, ServerRequest request) {
        this.servers = servers;
        this.request = request;
    }

    static Started tcp(TemporaryServers servers, ServerMode mode, String address) throws ServerException {
        return start(servers, Protocol.TCP, mode, address, null);
    }

    static Started udp(TemporaryServers servers, ServerMode mode, String address) throws ServerException {
        return start(servers, Protocol.UDP, mode, address, null);
    }

    /** Takes ports below those that the system gives out by itself, and another one if somebody was faster. */
    static Started start(
            TemporaryServers servers, Protocol protocol, ServerMode mode, String address, Duration duration)
            throws ServerException {
        for (int tries = 1; ; tries++) {
            ServerRequest request = new ServerRequest(somePort(), protocol, mode, address, duration);
            try {
                servers.start(request);
                return new Started(servers, request);
            } catch (ServerException e) {
                if (e.kind() != ServerException.Kind.CONFLICT || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    static int somePort() {
        return ThreadLocalRandom.current().nextInt(10_000, 32_000);
    }

    int port() {
        return request.port();
    }

    ServerRequest request() {
        return request;
    }

    /** Connects to its own address; to the IPv4 loopback address if it has all. */
    InetSocketAddress address() {
        boolean all = request.address().isEmpty() || request.address().equals("0.0.0.0");
        return address(all ? "127.0.0.1" : request.address());
    }

    InetSocketAddress address(String literal) {
        return new InetSocketAddress(InetAddress.ofLiteral(literal), port());
    }

    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(address(), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    ServerStatus status() throws ServerException {
        return servers.list().stream()
                .filter(status -> status.request().equals(request))
                .findFirst()
                .orElseThrow();
    }

    ServerStatus stop() throws ServerException {
        return servers.stop(port(), request.protocol());
    }

    List<String> transcript() throws ServerException {
        return servers.transcript(port(), request.protocol()).stream()
                .map(TranscriptEntry::text)
                .toList();
    }

    /** The server notices some things a moment after its clients. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not so within " + PATIENCE_MILLIS + " ms");
            }
            Thread.sleep(5);
        }
    }

    void awaitOpen(long clients) throws InterruptedException {
        await(() -> {
            try {
                return status().open() == clients;
            } catch (ServerException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Waits until so much was sent: it is counted when it has been sent, and whoever gets it may be quicker to look. */
    void awaitSent(long bytes) throws InterruptedException {
        await(() -> {
            try {
                return status().bytesSent() == bytes;
            } catch (ServerException e) {
                throw new AssertionError(e);
            }
        });
    }

    void awaitTranscript(String part) throws InterruptedException {
        await(() -> {
            try {
                return transcript().stream().anyMatch(text -> text.contains(part));
            } catch (ServerException e) {
                throw new AssertionError(e);
            }
        });
    }
}
