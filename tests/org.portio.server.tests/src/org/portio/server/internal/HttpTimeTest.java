// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.server.internal.http.HttpInput;
import org.portio.server.internal.http.HttpRequest;
import org.portio.testing.LinearTime;

/** Reading any request takes time in proportion to its length. */
class HttpTimeTest {

    private static final String BEGIN = "GET / HTTP/1.1\r\n";

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "x ", " x", "x", ",", "\u0085", "\u00ff", "!", ":", "a:", "\n", "\r\n", "a:b\n"})
    void headOfAnyKindTakesTimeAsItIsLong(String part) {
        for (String begin : List.of("", "GET ", BEGIN, BEGIN + "a:", BEGIN + "a: x")) {
            for (String end : List.of("", "x\r\n\r\n", "\u0085\r\n\r\n")) {
                assertLinear(HttpRequest.MAX_HEAD, length -> begin + part.repeat(length / part.length()) + end);
                assertLinear(LinearTime.LONGEST, length -> begin + part.repeat(length / part.length()) + end);
            }
        }
    }

    @Test
    void fieldThatComesAgainAndAgainIsJoinedOnce() {
        assertLinear(HttpRequest.MAX_HEAD, length -> BEGIN + "connection:close\n".repeat(length / 17) + "\n");
    }

    private static void assertLinear(int longest, IntFunction<String> input) {
        LinearTime.assertLinear("HTTP", longest, input, HttpTimeTest::read);
    }

    /** Reads all of it, as a server does that is asked again and again on one connection. */
    private static HttpRequest read(String text) {
        Iterator<ByteBuffer> data = List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                .iterator();
        try {
            HttpRequest request = HttpRequest.read(new HttpInput(() -> data.hasNext() ? data.next() : null));
            request.bodyLength();
            request.keepsAlive();
            return request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void blanksAroundValuesAreNoPartOfThem() {
        HttpRequest request = read(BEGIN + "a: \t x y\u0085 \t\r\nA:z\r\nb:\r\nc: \t\r\n\r\n");
        assertEquals(Map.of("a", "x y\u0085, z", "b", "", "c", ""), request.fields());
        assertEquals("GET", request.method());
        assertEquals(1, request.minor());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET HTTP/1.1",
                "GET  HTTP/1.1",
                " / HTTP/1.1",
                "GET / HTTP/1.2",
                "GET / HTTP/1.1 ",
                "GET / / HTTP/1.1",
                "GET /\t HTTP/1.1",
                "G(T / HTTP/1.1",
                "GET / xHTTP/1.1",
                "GET /HTTP/1.1"
            })
    void otherLinesAreNoRequestLine(String line) {
        assertThrows(UncheckedIOException.class, () -> read(line + "\r\n\r\n"));
    }
}
