// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
     * @param names of the keys that it may have proved: one for each connection from the same host that did so meanwhile
     * @param settled whether each of these connections has proved its key
     */
    record Client(InetSocketAddress remote, long accepted, List<String> names, boolean settled) {

        private boolean isFrom(String host) {
            return remote.getAddress().getHostAddress().equals(host);
        }

        private Client with(String name, boolean isLast) {
            List<String> more = Stream.concat(names.stream(), Stream.of(name)).toList();
            return new Client(remote, accepted, more, isLast);
        }
    }

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

    /** Takes one that has come, or cuts it if there are too many. */
    void accept(SocketChannel channel) {
        forgetClosed();
        if (open.size() >= limit) {
            cut(channel);
            return;
        }
        try {
            if (channel.getRemoteAddress() instanceof InetSocketAddress remote) {
                open.put(channel, new Client(remote, System.nanoTime(), List.of(), false));
            }
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        } catch (IOException _) {
            // It has gone already.
            open.remove(channel);
        }
    }

    /**
     * Notes the name of one that has proved its key. The library tells only the host: of several that come from there at the same
     * time, each may have any of their names.
     */
    void named(String host, String name) {
        long now = System.nanoTime();
        forgetClosed();
        Map<SocketChannel, Client> candidates = new HashMap<>();
        open.forEach((channel, client) -> {
            if (!client.settled() && now - client.accepted() < handshakeNanos && client.isFrom(host)) {
                candidates.put(channel, client);
            }
        });
        // The first of them has heard of all keys since it came.
        int heard = candidates.values().stream()
                .mapToInt(client -> client.names().size() + 1)
                .max()
                .orElse(0);
        candidates
                .keySet()
                .forEach(channel ->
                        open.computeIfPresent(channel, (_, client) -> client.with(name, heard >= candidates.size())));
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
