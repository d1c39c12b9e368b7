// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * One of Java's. Bound to all addresses, it cannot tell which one a datagram was sent to: the system chooses the one that
 * its answer comes from.
 */
public final class ChannelPort implements DatagramPort {

    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private InetSocketAddress sender;

    public ChannelPort(DatagramChannel channel) throws IOException {
        this.channel = channel;
        local = (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public InetSocketAddress receive(ByteBuffer buffer) throws IOException {
        sender = (InetSocketAddress) channel.receive(buffer);
        return sender;
    }

    @Override
    public int answer(ByteBuffer data) throws IOException {
        return channel.send(data, sender);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
