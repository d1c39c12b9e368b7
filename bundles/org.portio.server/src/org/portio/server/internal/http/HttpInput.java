// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what an HTTP client sends, by lines and by lengths. */
public final class HttpInput {

    /** The source of the data. */
    @FunctionalInterface
    public interface Source {
        /** Waits for more; null if there is none any more. */
        ByteBuffer receive() throws IOException;
    }

    private final Source source;
    private ByteBuffer data = ByteBuffer.allocate(0);

    public HttpInput(Source source) {
        this.source = source;
    }

    /** Waits for data; false if the client has sent its last. */
    public boolean hasMore() throws IOException {
        if (!data.hasRemaining()) {
            data = source.receive();
            if (data == null) {
                data = ByteBuffer.allocate(0);
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the next line without its end, which is CR LF, or LF alone as a person may type it. What is no text is not waited
     * for to become a line: a TLS client, say, sends its greeting and waits.
     *
     * @param limit how long it may be
     */
    public String line(int limit) throws IOException {
        byte[] line = new byte[Math.min(limit, 256)];
        int length = 0;
        for (byte b = next(); b != '\n'; b = next()) {
            refuseControl(b);
            if (length > 0 && line[length - 1] == '\r') {
                throw BadRequest.malformed("CR without LF");
            }
            if (length == limit) {
                throw new BadRequest("431 Request Header Fields Too Large", "the head is too long");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(limit, 2 * length));
            }
            line[length++] = b;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static void refuseControl(byte b) throws BadRequest {
        if (b >= 0 && b < ' ' && b != '\t' && b != '\r' || b == 0x7f) {
            throw BadRequest.malformed("a control character");
        }
    }

    private byte next() throws IOException {
        if (!hasMore()) {
            throw new EOFException("the request ends in the middle");
        }
        return data.get();
    }

    public void skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            if (!hasMore()) {
                throw new EOFException("the body ends in the middle");
            }
            int part = (int) Math.min(left, data.remaining());
            data.position(data.position() + part);
            left -= part;
        }
    }
}
