// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpOkTest {

    private static final Pattern LENGTH = Pattern.compile("Content-Length: (\\d+)\r\n");
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LAST = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private final RunningServers servers = RunningServers.inThisProcess();
    private Started server;

    @BeforeEach
    void start() throws ServerException {
        server = Started.tcp(servers, ServerMode.HTTP_OK, "");
    }

    @AfterEach
    void stopAll() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]"})
    void browserGetsTextAndKeepsTheConnection(String host) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> response = client.send(request(host).build(), BodyHandlers.ofString());
                assertEquals(200, response.statusCode());
                assertTrue(
                        response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
                assertTrue(response.body().startsWith("OK"));
            }
        }
        assertEquals(1, server.status().clients(), "connections");
    }

    @Test
    void bodiesOfAnyKindAreSkipped() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            byte[] body = new byte[300_000];
            HttpRequest[] requests = {
                request("127.0.0.1").POST(BodyPublishers.ofByteArray(body)).build(),
                request("127.0.0.1")
                        .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .build(),
                request("127.0.0.1")
                        .expectContinue(true)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                request("127.0.0.1").method("HEAD", BodyPublishers.noBody()).build(),
                request("127.0.0.1").DELETE().build()
            };
            for (HttpRequest request : requests) {
                assertEquals(200, client.send(request, BodyHandlers.ofString()).statusCode(), request.method());
            }
        }
        assertEquals(1, server.status().clients(), "connections");
        assertTrue(server.status().bytesReceived() > 3 * 300_000);
    }

    private HttpRequest.Builder request(String host) {
        return HttpRequest.newBuilder(URI.create("http://" + host + ":" + server.port() + "/some/path?q=1"));
    }

    @Test
    void headHasTheLengthButNoBody() throws IOException {
        String answers = say("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n" + LAST);
        assertTrue(answers.contains("\r\n\r\nHTTP/1.1 200 OK"), answers);
        assertEquals(2, answers.split("Content-Length: [1-9]", -1).length - 1);
    }

    @Test
    void requestsSentAtOnceAreAllAnsweredInOrder() throws IOException {
        String body = "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nGET /";
        String chunked =
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nGET /\r\n0\r\nTrailer: t\r\n\r\n";
        String answers = say(GET.repeat(50) + body + chunked + "\r\n" + GET + LAST);
        assertEquals(54, count(answers, "HTTP/1.1 200 OK\r\n"));
        assertEquals(53, count(answers, "Connection: keep-alive\r\n"));
        assertEquals(1, count(answers, "Connection: close\r\n"));
    }

    @Test
    void requestThatComesByteByByteIsAnswered() throws Exception {
        try (Socket client = server.connect()) {
            client.setTcpNoDelay(true);
            for (byte b : LAST.getBytes(StandardCharsets.US_ASCII)) {
                client.getOutputStream().write(b);
                Thread.sleep(1);
            }
            assertTrue(all(client).startsWith("HTTP/1.1 200 OK\r\n"));
        }
    }

    @Test
    void answerComesWithoutTheConnectionBeingClosed() throws IOException {
        try (Socket client = server.connect()) {
            for (int i = 0; i < 3; i++) {
                client.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
                assertTrue(one(client).endsWith("\n"));
            }
        }
    }

    @Test
    void oldVersionClosesUnlessAskedNotTo() throws IOException {
        assertEquals(1, count(say("GET / HTTP/1.0\r\n\r\n" + GET), "200 OK"));
        String kept = say("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n" + LAST);
        assertEquals(2, count(kept, "200 OK"));
    }

    @Test
    void lineEndsTypedByHandAreTaken() throws IOException {
        assertEquals(1, count(say("GET / HTTP/1.1\nConnection: close\n\n"), "200 OK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n",
                "\u0016\u0003\u0001",
                "GET /\r\n\r\n",
                "GET / HTTP/2.0\r\n\r\n",
                "GET  / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nno field\r\n\r\n",
                "GET / HTTP/1.1\r\nName : value\r\n\r\n",
                "GET / HTTP/1.1\r\nA: b\r\n folded\r\n\r\n",
                "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"
            })
    void garbageIsRefusedAndTheConnectionClosed(String garbage) throws Exception {
        String answer = say(garbage + GET);
        assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"), answer);
        assertEquals(1, count(answer, "HTTP/1.1"));
        server.awaitTranscript("not an HTTP request: ");
        server.awaitOpen(0);
    }

    @Test
    void headsWithoutEndAreRefused() throws Exception {
        String[] heads = {
            "GET /" + "a".repeat(20_000), "GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(5_000), "A".repeat(500_000)
        };
        for (String head : heads) {
            assertTrue(say(head).startsWith("HTTP/1.1 431 "));
        }
        server.awaitOpen(0);
    }

    @Test
    void clientThatLeavesInTheMiddleIsForgotten() throws Exception {
        for (String part :
                new String[] {"", "GE", "GET / HTTP/1.1\r\nA:", "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc"}) {
            try (Socket client = server.connect()) {
                client.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
                client.shutdownOutput();
                assertEquals("", all(client), part);
            }
        }
        server.awaitOpen(0);
    }

    /** Sends all of it, leaves the connection open for more, and returns what comes until the server closes it. */
    private String say(String text) throws IOException {
        try (Socket client = server.connect()) {
            try {
                client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException _) {
                // The server has read enough; its answer can be read.
            }
            return all(client);
        }
    }

    private static String all(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Returns the body of one answer. */
    private static String one(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        Matcher length = LENGTH.matcher(head);
        assertTrue(length.find(), head::toString);
        return new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.US_ASCII);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
