// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.protocol;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.portio.json.JsonObject;

/** Lines of JSON over a socket. One thread reads, and any may write. */
public final class LineChannel implements AutoCloseable {

    private final SocketChannel channel;
    private final int longest;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).flip();

    /** Creates one over a connected socket; a line that is longer than this many bytes is not read. */
    public LineChannel(SocketChannel channel, int longest) {
        this.channel = channel;
        this.longest = longest;
    }

    /**
     * Returns the next line, without its end.
     *
     * @throws EOFException if there is none any more
     * @throws IllegalArgumentException if it is too long or no UTF-8; what follows a line that is too long is lost
     */
    public String read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            byte next = buffer.get();
            if (next == '\n') {
                return text(line.toByteArray());
            }
            line.write(next);
            if (line.size() > longest) {
                throw new LineTooLong(longest);
            }
        }
    }

    /** Reads as {@link #read()} does, and closes the connection if the line takes longer than this. */
    public String read(Duration limit) throws IOException {
        Thread guard = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(limit);
                channel.close();
            } catch (InterruptedException | IOException _) {
                // The line came in time, or the connection is lost anyway.
            }
        });
        try {
            return read();
        } catch (ClosedChannelException e) {
            SocketTimeoutException late = new SocketTimeoutException("no answer within " + limit.toSeconds() + " s");
            late.initCause(e);
            throw late;
        } finally {
            guard.interrupt();
        }
    }

    private void fill() throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        buffer.flip();
        if (count < 0) {
            throw new EOFException("the other end has closed the connection");
        }
    }

    private static String text(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the line is not UTF-8", e);
        }
    }

    public synchronized void write(JsonObject json) throws IOException {
        ByteBuffer line = StandardCharsets.UTF_8.encode(json + "\n");
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Reports a line that is too long; after it the connection is of no use. */
    public static final class LineTooLong extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        LineTooLong(int longest) {
            super("the line is longer than " + longest + " bytes");
        }
    }
}
