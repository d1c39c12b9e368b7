// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The connection of one client. One thread reads and writes; any thread may close it. */
final class TcpClient implements Closeable {

    /** Most clients send little: thousands that are idle must not cost a full buffer each. */
    private static final int FIRST_BUFFER = 512;

    private static final int BUFFER = 8192;

    /** Virtual threads are not taken off a processor: clients that never pause would keep others waiting for seconds. */
    private static final int READS_IN_A_ROW = 16;

    /** The extra time for each byte of a client that keeps sending: at 500 bytes a second nobody is late. */
    private static final long NANOS_FOR_A_BYTE = 2_000_000;

    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final int LINGER_BYTES = 1 << 16;

    private final SocketChannel channel;
    private final Traffic traffic;
    private final ClientNotes notes;
    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_BUFFER);
    private int reads;
    private long received;
    private long sent;
    private volatile long deadline;
    private boolean hasSentLast;

    TcpClient(SocketChannel channel, Traffic traffic, Transcript transcript) throws IOException {
        this.channel = channel;
        this.traffic = traffic;
        notes = new ClientNotes(transcript, (InetSocketAddress) channel.getRemoteAddress());
        expectWithin(Conversation.IDLE);
    }

    /** Limits how long the server waits for the client from now on; data that it sends meanwhile extends the time. */
    void expectWithin(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Tells whether that time is over. */
    boolean isLate(long now) {
        return now - deadline > 0;
    }

    /** Finds out one day that a client's machine has gone without a word, and sends without waiting for more to send. */
    void prepare() throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    ClientNotes notes() {
        return notes;
    }

    /** Returns what comes next, in a buffer that is used again by the next call; null if the client has sent its last. */
    ByteBuffer receive() throws IOException {
        if (++reads % READS_IN_A_ROW == 0) {
            Thread.yield();
        }
        if (buffer.limit() == buffer.capacity() && buffer.capacity() < BUFFER && received > 0) {
            buffer = ByteBuffer.allocate(BUFFER);
        }
        return receive(buffer) < 0 ? null : buffer;
    }

    /** Reads into a buffer, which is then there to be read; -1 if the client has sent its last. */
    int receive(ByteBuffer into) throws IOException {
        into.clear();
        int length = channel.read(into);
        into.flip();
        if (length > 0) {
            received += length;
            deadline += length * NANOS_FOR_A_BYTE;
            traffic.received(length);
            notes.received(into);
        }
        hasSentLast |= length < 0;
        return length;
    }

    /** Tells whether the end of what it sends has been read. */
    boolean hasSentLast() {
        return hasSentLast;
    }

    long received() {
        return received;
    }

    /** Registers for data to read, instead of a thread that waits for it. */
    SelectionKey register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends it all, however long the client takes to read it. */
    void send(ByteBuffer data) throws IOException {
        ByteBuffer all = data.duplicate();
        while (data.hasRemaining()) {
            int length = channel.write(data);
            sent += length;
            traffic.sent(length);
        }
        notes.sent(all);
    }

    /** Resets the connection instead of ending its stream. */
    void reset() throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    /**
     * Sends the end of the stream, and waits a little for the client's: closing while there is unread data would send a
     * reset, on which the client might throw away what was said last.
     */
    void endGently() throws IOException {
        channel.shutdownOutput();
        long deadline = System.nanoTime() + LINGER.toNanos();
        byte[] waste = new byte[FIRST_BUFFER];
        InputStream in = channel.socket().getInputStream();
        for (int left = LINGER_BYTES; left > 0; ) {
            long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (millis <= 0) {
                return;
            }
            channel.socket().setSoTimeout((int) millis);
            int length = readInTime(in, waste);
            if (length < 0) {
                return;
            }
            traffic.received(length);
            received += length;
            left -= length;
        }
    }

    private static int readInTime(InputStream in, byte[] waste) throws IOException {
        try {
            return in.read(waste);
        } catch (SocketTimeoutException _) {
            return -1;
        }
    }

    /** Notes in the transcript how the conversation ended, and the totals. */
    void noteEnd(String how) {
        notes.note(how + "; received " + Transcript.bytes(received) + ", sent " + Transcript.bytes(sent));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
