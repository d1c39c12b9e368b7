// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;

/**
 * The connections to one address: their number has a limit, and so has what the kernel keeps for one that does not read. The library
 * calls this from its own threads.
 */
final class Clients implements ZEvent.ZEventConsummer {

    /**
     * A connection.
     *
     * @param remote the other end
     * @param accepted the {@link System#nanoTime()} of its beginning
     * @param name of its key; empty if that is not known
     */
    record Client(InetSocketAddress remote, long accepted, String name) {}

    /** Room for a few hundred events; left alone, the kernel gives a connection up to 4 MiB. */
    private static final int SEND_BUFFER = 128 * 1024;

    private final int limit;
    private final long handshakeNanos;
    private final Map<SocketChannel, Client> open = new ConcurrentHashMap<>();

    /**
     * Creates one without any.
     *
     * @param handshakeMillis after which one that has not proved its key is cut
     */
    Clients(int limit, int handshakeMillis) {
        this.limit = limit;
        this.handshakeNanos = handshakeMillis * 1_000_000L;
    }

    /** Watches who comes to a socket and goes. */
    void watch(ZMQ.Socket socket) {
        socket.setEventHook(this, ZMQ.EVENT_ACCEPTED | ZMQ.EVENT_DISCONNECTED);
    }

    @Override
    public void consume(ZEvent event) {
        if (!(event.getValue() instanceof SocketChannel channel)) {
            return;
        }
        if (event.getEvent() == ZMonitor.Event.ACCEPTED) {
            accept(channel);
        } else {
            open.remove(channel);
        }
    }

    private void accept(SocketChannel channel) {
        forgetClosed();
        if (open.size() >= limit) {
            cut(channel);
            return;
        }
        try {
            if (channel.getRemoteAddress() instanceof InetSocketAddress remote) {
                open.put(channel, new Client(remote, System.nanoTime(), ""));
            }
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        } catch (IOException _) {
            // It has gone already.
            open.remove(channel);
        }
    }

    /**
     * Notes the name of one that has proved its key. The library tells only the host: of several that come from there at the same
     * time, none gets a name.
     */
    void named(String host, String name) {
        long now = System.nanoTime();
        forgetClosed();
        List<Map.Entry<SocketChannel, Client>> candidates = open.entrySet().stream()
                .filter(entry -> entry.getValue().name().isEmpty()
                        && now - entry.getValue().accepted() < handshakeNanos
                        && entry.getValue()
                                .remote()
                                .getAddress()
                                .getHostAddress()
                                .equals(host))
                .toList();
        if (candidates.size() == 1) {
            open.computeIfPresent(
                    candidates.getFirst().getKey(),
                    (_, client) -> new Client(client.remote(), client.accepted(), name));
        }
    }

    int size() {
        forgetClosed();
        return open.size();
    }

    Collection<Client> all() {
        forgetClosed();
        return List.copyOf(open.values());
    }

    private void forgetClosed() {
        open.keySet().removeIf(channel -> !channel.isOpen());
    }

    /** Ends all connections. Those who may come back do so by themselves. */
    void cutAll() {
        open.keySet().forEach(Clients::cut);
    }

    /** Makes the library find the end of what it reads; it then closes the channel, which is its own. */
    private static void cut(SocketChannel channel) {
        try {
            channel.shutdownInput();
        } catch (IOException _) {
            // It has gone already.
        }
    }
}
