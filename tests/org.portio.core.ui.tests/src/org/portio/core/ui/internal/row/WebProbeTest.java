// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Asks servers on loopback, each of which has one answer to a question in HTTP and one to a question in TLS. */
class WebProbeTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final byte[] NOTHING = {};
    private static final byte[] OK = text("HTTP/1.1 200 OK\r\n\r\n");
    private static final byte[] BAD_REQUEST = text("HTTP/1.1 400 Bad Request\r\n\r\n");
    private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 40};
    private static final byte[] SERVER_HELLO = {0x16, 3, 3, 0, 80};

    /** Long enough for a busy machine: only a server that answers nothing makes the probe wait. */
    private final WebProbe probe = new WebProbe(Duration.ofSeconds(10));

    @Test
    void findsHttp() throws Exception {
        assertEquals(Optional.of("http"), scheme(OK, NOTHING));
        assertEquals(Optional.of("http"), scheme(text("HTTP/1.0 405 No HEAD\r\n"), NOTHING));
    }

    @Test
    void findsHttpsHoweverItAnswersToHttp() throws Exception {
        for (byte[] answerToHttp : List.of(BAD_REQUEST, ALERT, NOTHING)) {
            assertEquals(Optional.of("https"), scheme(answerToHttp, SERVER_HELLO));
            assertEquals(Optional.of("https"), scheme(answerToHttp, ALERT));
        }
    }

    @Test
    void aServerOfHttpMayRefuseTheQuestion() throws Exception {
        assertEquals(Optional.of("http"), scheme(BAD_REQUEST, BAD_REQUEST));
    }

    @Test
    void findsNothingWhereOthersAnswer() throws Exception {
        assertEquals(Optional.empty(), scheme(text("SSH-2.0-OpenSSH_9.2\r\n"), text("SSH-2.0-OpenSSH_9.2\r\n")));
        assertEquals(Optional.empty(), scheme(NOTHING, NOTHING));
    }

    @Test
    void findsNothingWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            port = server.getLocalPort();
        }
        assertEquals(Optional.empty(), probe.scheme(new WebEnd("localhost", port, List.of(LOOPBACK))));
    }

    @Test
    void doesNotWaitLongForAnAnswer() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, LOOPBACK)) {
            WebProbe impatient = new WebProbe(Duration.ofMillis(50));
            assertEquals(
                    Optional.empty(),
                    impatient.scheme(new WebEnd("localhost", server.getLocalPort(), List.of(LOOPBACK))));
        }
    }

    private Optional<String> scheme(byte[] toHttp, byte[] toTls) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, LOOPBACK)) {
            Thread.ofVirtual().start(() -> answer(server, first -> first == 'H' ? toHttp : toTls));
            return probe.scheme(new WebEnd("localhost", server.getLocalPort(), List.of(LOOPBACK)));
        }
    }

    private static void answer(ServerSocket server, Function<Integer, byte[]> answer) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                byte[] question = new byte[100];
                if (client.getInputStream().read(question) > 0) {
                    client.getOutputStream().write(answer.apply((int) question[0]));
                }
            } catch (IOException _) {
                // The test is over, or the client has gone.
            }
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
