// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.portio.server.ServerMode;

/** One thread that accepts, and a virtual thread for each client; docs/decisions/009 says why. */
final class TcpServer implements RunningServer {

    /** The pause if the system has no descriptor left for another client, until some are closed. */
    private static final long PAUSE_MILLIS = 100;

    /** The interval at which the server looks for late clients. */
    private static final long LATE_MILLIS = 500;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final ServerSocketChannel listener;
    private final ServerMode mode;
    private final OpenClients clients;
    private final Traffic traffic;
    private final Transcript transcript;
    private final Thread acceptor;
    private final Thread warden;
    /** Told to stop; threads are not interrupted for it: Java forgets the descriptor of a client that is accepted just then. */
    private final CountDownLatch stopping = new CountDownLatch(1);

    private boolean inTrouble;

    /** Serves clients in a mode that answers them in some way. */
    TcpServer(
            ServerSocketChannel listener,
            ServerMode mode,
            Places.Share places,
            Traffic traffic,
            Transcript transcript,
            String name) {
        this.listener = listener;
        this.mode = mode;
        this.traffic = traffic;
        this.transcript = transcript;
        clients = new OpenClients(places, traffic);
        // Of the system's threads: however busy the clients are, they get their turn.
        acceptor = Thread.ofPlatform().daemon().name(name).unstarted(this::accept);
        warden = Thread.ofPlatform().daemon().name(name + "-late").unstarted(this::endLate);
    }

    @Override
    public void start() {
        acceptor.start();
        warden.start();
    }

    private void endLate() {
        try {
            while (!stopping.await(LATE_MILLIS, TimeUnit.MILLISECONDS)) {
                clients.closeLate(System.nanoTime());
            }
        } catch (InterruptedException _) {
            // Nobody does.
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (stopping.getCount() > 0) {
            try {
                if (OpenClients.areDescriptorsScarce()) {
                    trouble(OpenClients.NO_DESCRIPTORS);
                    pause();
                } else {
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
            } else {
                serve(client);
            }
        } catch (ClosedChannelException e) {
            // That of the client: it must not look as if it were the listener's.
            throw new IOException("a client disconnected at once", e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void serve(TcpClient client) throws IOException {
        Thread thread = Thread.ofVirtual().unstarted(() -> talk(client));
        if (clients.add(client, thread)) {
            thread.start();
        } else {
            client.reset();
            client.notes().note("reset by the server: too many clients are connected");
        }
    }

    private void talk(TcpClient client) {
        String end = "failed";
        try {
            client.prepare();
            Conversation.of(mode).with(client);
            end = "closed";
        } catch (ClosedChannelException | SocketException e) {
            end = brokenOff(client, e);
        } catch (IOException e) {
            end = "closed: " + e.getMessage();
        } finally {
            clients.end(client, end);
        }
    }

    private String brokenOff(TcpClient client, IOException e) {
        if (stopping.getCount() == 0) {
            return "closed by the server, which was stopped";
        }
        return client.isLate(System.nanoTime())
                ? "closed by the server, which had waited long enough"
                : "connection lost: " + e.getMessage();
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
        clients.closeAll(STOP_PATIENCE);
    }
}
