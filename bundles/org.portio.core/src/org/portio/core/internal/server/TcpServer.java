// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.server;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.portio.core.server.ServerMode;

/** One thread that accepts, and a virtual thread for each client; docs/decisions/009 says why. */
final class TcpServer implements RunningServer {

    /** How long to wait where the system has no descriptor left for another client, until some are closed. */
    private static final long PAUSE_MILLIS = 100;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final ServerSocketChannel listener;
    private final ServerMode mode;
    private final Semaphore places;
    private final Traffic traffic;
    private final Transcript transcript;
    /** Those that are connected, with the thread that has each: where nobody talks with them, the one that accepted. */
    private final Map<TcpClient, Thread> clients = new ConcurrentHashMap<>();

    private final Thread acceptor;
    /** Told to stop; threads are not interrupted for it: Java forgets the descriptor of a client that is accepted just then. */
    private final CountDownLatch stopping = new CountDownLatch(1);

    private boolean inTrouble;

    /** @param places how many more clients may be connected, to this server and others */
    TcpServer(
            ServerSocketChannel listener,
            ServerMode mode,
            Semaphore places,
            Traffic traffic,
            Transcript transcript,
            String name) {
        this.listener = listener;
        this.mode = mode;
        this.places = places;
        this.traffic = traffic;
        this.transcript = transcript;
        // Of the system's threads: however busy the clients are, it gets its turn.
        acceptor = Thread.ofPlatform().daemon().name(name).unstarted(this::accept);
    }

    @Override
    public void start() {
        acceptor.start();
    }

    private void accept() {
        while (stopping.getCount() > 0) {
            try {
                if (hasPlace()) {
                    admit(listener.accept());
                    inTrouble = false;
                }
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException | RuntimeException e) {
                trouble("cannot accept: " + e.getMessage());
                pause();
            }
        }
    }

    /** Where clients must see nothing of the server, those that are too many wait in the system's queue. */
    private boolean hasPlace() {
        if (mode != ServerMode.BLACKHOLE || places.availablePermits() > 0) {
            return true;
        }
        trouble("too many clients: no more are accepted until some have gone");
        pause();
        return false;
    }

    /** Written once until it is over: it may happen thousands of times. */
    private void trouble(String text) {
        if (!inTrouble) {
            transcript.note(text);
        }
        inTrouble = true;
    }

    private void pause() {
        try {
            stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            // Nobody does; if somebody did, the next call on the socket would end the loop.
            Thread.currentThread().interrupt();
        }
    }

    private void admit(SocketChannel channel) throws IOException {
        try {
            TcpClient client = new TcpClient(channel, traffic, transcript);
            traffic.came();
            client.notes().note("connected");
            if (mode == ServerMode.RESET) {
                client.reset();
                client.notes().note("reset by the server");
            } else if (!places.tryAcquire()) {
                client.reset();
                client.notes().note("reset by the server: too many clients are connected");
            } else {
                serve(client);
            }
        } catch (ClosedChannelException e) {
            // That of the client: it must not look as if it were the listener's.
            throw new IOException("a client was gone at once", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void serve(TcpClient client) {
        traffic.opened();
        if (mode == ServerMode.BLACKHOLE) {
            clients.put(client, acceptor);
            return;
        }
        Thread thread = Thread.ofVirtual().unstarted(() -> talk(client));
        clients.put(client, thread);
        thread.start();
    }

    private void talk(TcpClient client) {
        String end = "failed";
        try {
            client.prepare();
            Conversation.of(mode).with(client);
            end = "closed";
        } catch (ClosedChannelException _) {
            end = "closed by the server, which was stopped";
        } catch (SocketException e) {
            end = stopping.getCount() == 0
                    ? "closed by the server, which was stopped"
                    : "broken off: " + e.getMessage();
        } catch (IOException e) {
            end = "closed: " + e.getMessage();
        } finally {
            end(client, end);
        }
    }

    private void end(TcpClient client, String how) {
        if (clients.remove(client) == null) {
            return;
        }
        places.release();
        traffic.closed();
        client.noteEnd(how);
        close(client);
    }

    private static void close(TcpClient client) {
        try {
            client.close();
        } catch (IOException e) {
            client.notes().note("cannot close: " + e.getMessage());
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            transcript.note("cannot close: " + e.getMessage());
        }
        // Its port is free, and no client is added any more, when the last thread has left it.
        Threads.join(acceptor, STOP_PATIENCE);
        closeClients();
    }

    private void closeClients() {
        Map<TcpClient, Thread> open = Map.copyOf(clients);
        open.forEach((client, thread) -> {
            if (thread == acceptor) {
                end(client, "closed by the server, which was stopped");
            } else {
                close(client);
            }
        });
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        for (Thread thread : open.values()) {
            Threads.join(thread, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }
}
