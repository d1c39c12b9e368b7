// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Accepts clients and says nothing; one thread for all of them. That a client has left is seen by reading what it has sent
 * before, so some of that is read; who sends more finds that nobody reads, as with a program that hangs.
 */
final class BlackHole implements RunningServer {

    /** The most bytes that are read of one client. */
    static final long READ_AT_MOST = 1 << 20;

    /** The time that a client is kept from which no more is read, so that nobody notices when it leaves. */
    static final Duration UNSEEN = Duration.ofMinutes(10);

    /**
     * The time that a client is kept that sends no more: it may have closed only this half of the connection, and wait.
     */
    private static final Duration HALF_CLOSED = Duration.ofSeconds(5);

    private static final int BUFFER = 1 << 16;
    private static final long LOOK_MILLIS = 500;

    /** The pause if there is no place or no descriptor for a client, until some are free. */
    private static final long PAUSE_MILLIS = 100;

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final ServerSocketChannel listener;
    private final Selector selector;
    private final OpenClients clients;
    private final Traffic traffic;
    private final Transcript transcript;
    private final Thread thread;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private volatile boolean stopping;
    private final SelectionKey accepting;
    private boolean inTrouble;

    /** Serves clients of this socket, which it closes if it fails. */
    BlackHole(ServerSocketChannel listener, Places.Share places, Traffic traffic, Transcript transcript, String name)
            throws IOException {
        this.listener = listener;
        this.traffic = traffic;
        this.transcript = transcript;
        clients = new OpenClients(places, traffic);
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        try {
            selector = Selector.open();
            listener.configureBlocking(false);
            accepting = listener.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    private void run() {
        while (!stopping) {
            try {
                selector.select(this::serve, accepting.interestOps() == 0 ? PAUSE_MILLIS : LOOK_MILLIS);
                accepting.interestOps(SelectionKey.OP_ACCEPT);
                endLate();
            } catch (IOException | RuntimeException e) {
                trouble("cannot continue: " + e.getMessage());
            }
        }
    }

    private void serve(SelectionKey key) {
        if (key == accepting) {
            accept();
        } else {
            read(key, (TcpClient) key.attachment());
        }
    }

    private void accept() {
        if (!clients.hasRoom()) {
            clients.all().stream().filter(TcpClient::hasSentLast).forEach(client -> clients.end(client, "closed"));
        }
        if (OpenClients.areDescriptorsScarce()) {
            trouble(OpenClients.NO_DESCRIPTORS);
            return;
        }
        if (!clients.hasRoom()) {
            // They wait in the system's queue, if they see nothing of the server.
            trouble("too many clients: no more are accepted until some leave");
            return;
        }
        try {
            SocketChannel channel = listener.accept();
            if (channel != null) {
                admit(channel);
                inTrouble = false;
            }
        } catch (IOException e) {
            trouble("cannot accept: " + e.getMessage());
        }
    }

    /** Written once until it is over: it may happen thousands of times. */
    private void trouble(String text) {
        if (!inTrouble) {
            transcript.note(text);
        }
        inTrouble = true;
        accepting.interestOps(0);
    }

    private void admit(SocketChannel channel) throws IOException {
        try {
            TcpClient client = new TcpClient(channel, traffic, transcript);
            client.prepare();
            client.register(selector);
            traffic.came();
            client.notes().note("connected");
            clients.add(client, thread);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void read(SelectionKey key, TcpClient client) {
        try {
            if (client.receive(buffer) < 0) {
                key.interestOps(0);
                client.expectWithin(HALF_CLOSED);
            } else if (client.received() >= READ_AT_MOST) {
                key.interestOps(0);
                client.expectWithin(UNSEEN);
            } else {
                client.expectWithin(Conversation.IDLE);
            }
        } catch (IOException e) {
            clients.end(client, "connection lost: " + e.getMessage());
        }
    }

    private void endLate() {
        long now = System.nanoTime();
        for (TcpClient client : clients.all()) {
            if (client.isLate(now)) {
                String how = client.hasSentLast() ? "closed" : "closed by the server, which had waited long enough";
                clients.end(client, how);
            }
        }
    }

    @Override
    public void stop() {
        stopping = true;
        selector.wakeup();
        Threads.join(thread, STOP_PATIENCE);
        clients.all().forEach(client -> clients.end(client, "closed by the server, which was stopped"));
        try {
            listener.close();
            // Only now the system lets go of what was registered with it.
            selector.close();
        } catch (IOException e) {
            transcript.note("cannot close: " + e.getMessage());
        }
    }
}
