// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;

/**
 * The connections to one address: their number has a limit, and so has what the kernel keeps for one that does not read. The library
 * calls this from its own threads.
 */
final class Clients implements ZEvent.ZEventConsummer {

    /** Room for a few hundred events; left alone, the kernel gives a connection up to 4 MiB. */
    private static final int SEND_BUFFER = 128 * 1024;

    private final int limit;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    Clients(int limit) {
        this.limit = limit;
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
        open.removeIf(other -> !other.isOpen());
        if (open.size() >= limit) {
            cut(channel);
            return;
        }
        open.add(channel);
        try {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        } catch (IOException _) {
            // It has gone already.
            open.remove(channel);
        }
    }

    int size() {
        open.removeIf(channel -> !channel.isOpen());
        return open.size();
    }

    /** Ends all connections. Those who may come back do so by themselves. */
    void cutAll() {
        open.forEach(Clients::cut);
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
