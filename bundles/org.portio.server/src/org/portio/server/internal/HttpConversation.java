// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.portio.server.internal.http.BadRequest;
import org.portio.server.internal.http.HttpInput;
import org.portio.server.internal.http.HttpRequest;

/** Answers each request of one client that everything is fine. */
final class HttpConversation {

    private static final String BODY = "OK: a temporary server of PortIO\n";
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    /** The one format of dates in HTTP (RFC 9110 section 5.6.7). */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    /** The time from one request to the next. */
    private static final Duration NEXT_REQUEST = Duration.ofSeconds(60);

    /** The time from the first byte of a request to the last, unless it keeps coming. */
    private static final Duration WHOLE_REQUEST = Duration.ofSeconds(20);

    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \t]*(;.*)?");
    private static final int MAX_CHUNK_LINE = 4096;

    private final TcpClient client;
    private final HttpInput in;

    HttpConversation(TcpClient client) {
        this.client = client;
        in = new HttpInput(client::receive);
    }

    void run() throws IOException {
        try {
            boolean goesOn = true;
            client.expectWithin(NEXT_REQUEST);
            while (goesOn && in.hasMore()) {
                client.expectWithin(WHOLE_REQUEST);
                goesOn = answerNext();
                client.expectWithin(NEXT_REQUEST);
            }
            if (!goesOn) {
                client.endGently();
            }
        } catch (BadRequest e) {
            client.notes().note("not an HTTP request: " + e.getMessage());
            send(answer(e.status(), e.status() + "\n", false, true));
            client.endGently();
        }
    }

    /** Returns whether the connection stays open for another request. */
    private boolean answerNext() throws IOException {
        HttpRequest request = HttpRequest.read(in);
        long body = request.bodyLength();
        if (request.expectsContinue() && body != 0) {
            send(CONTINUE);
        }
        skip(body);
        boolean isHead = request.method().equals("HEAD");
        send(answer("200 OK", BODY, isHead, !request.keepsAlive()));
        return request.keepsAlive();
    }

    private void skip(long body) throws IOException {
        if (body != HttpRequest.CHUNKED) {
            in.skip(body);
            return;
        }
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            in.skip(size);
            if (!in.line(MAX_CHUNK_LINE).isEmpty()) {
                throw BadRequest.malformed("a chunk that is longer than its size");
            }
        }
        skipTrailers();
    }

    private void skipTrailers() throws IOException {
        int left = HttpRequest.MAX_HEAD;
        for (String line = in.line(left); !line.isEmpty(); line = in.line(left)) {
            left = Math.max(0, left - line.length() - 2);
        }
    }

    private long chunkSize() throws IOException {
        var size = CHUNK_SIZE.matcher(in.line(MAX_CHUNK_LINE));
        if (!size.matches()) {
            throw BadRequest.malformed("no chunk size");
        }
        return Long.parseLong(size.group(1), 16);
    }

    private static String answer(String status, String body, boolean headOnly, boolean last) {
        // Answers are always of the newest version, whatever was asked in.
        return "HTTP/1.1 " + status + "\r\n"
                + "Date: " + DATE.format(ZonedDateTime.now(ZoneOffset.UTC)) + "\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Length: " + body.length() + "\r\n"
                + "Connection: " + (last ? "close" : "keep-alive") + "\r\n\r\n"
                + (headOnly ? "" : body);
    }

    private void send(String text) throws IOException {
        client.send(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
