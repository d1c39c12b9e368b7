// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Finds out by one short question or two whether HTTP or HTTPS is spoken at an end. Not for the UI thread. */
final class WebProbe {

    /** A question without a body, so that the server has little to do. */
    private static final byte[] HTTP_QUESTION =
            "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** A ClientHello of TLS 1.2 without extensions: whoever speaks TLS answers with a handshake or an alert. */
    private static final byte[] TLS_QUESTION = HexFormat.of()
            .parseHex("1603010037010000330303" + "50".repeat(32) + "00" + "000c" + "c02bc02fc02cc030009c002f" + "0100");

    private static final int TLS_ALERT = 0x15;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int TLS_MAJOR_VERSION = 3;
    private static final int ENOUGH = 16;
    private static final String BAD_REQUEST = "400";

    private final int patienceMillis;

    /** Creates one that waits as long for a connection, and for each answer. */
    WebProbe(Duration patience) {
        patienceMillis = (int) patience.toMillis();
    }

    /** Returns {@code http} or {@code https}; empty if nobody answers in one of them. */
    Optional<String> scheme(WebEnd end) {
        return end.sockets().stream().flatMap(at -> scheme(at).stream()).findFirst();
    }

    private Optional<String> scheme(InetSocketAddress at) {
        String answer = new String(ask(at, HTTP_QUESTION), StandardCharsets.ISO_8859_1);
        boolean isHttp = answer.startsWith("HTTP/");
        // Servers of HTTPS say so in HTTP, too: as a bad request.
        if (isHttp && !answer.contains(" " + BAD_REQUEST)) {
            return Optional.of("http");
        }
        if (isTls(ask(at, TLS_QUESTION))) {
            return Optional.of("https");
        }
        return isHttp ? Optional.of("http") : Optional.empty();
    }

    private static boolean isTls(byte[] answer) {
        return answer.length > 1
                && (answer[0] == TLS_ALERT || answer[0] == TLS_HANDSHAKE)
                && answer[1] == TLS_MAJOR_VERSION;
    }

    /** Returns the beginning of the answer; nothing if there is none. */
    private byte[] ask(InetSocketAddress at, byte[] question) {
        byte[] answer = new byte[ENOUGH];
        try (Socket socket = new Socket()) {
            socket.connect(at, patienceMillis);
            socket.setSoTimeout(patienceMillis);
            socket.getOutputStream().write(question);
            int length = socket.getInputStream().read(answer);
            return Arrays.copyOf(answer, Math.max(0, length));
        } catch (IOException _) {
            return new byte[0]; // not a web server, or one that is too slow
        }
    }
}
