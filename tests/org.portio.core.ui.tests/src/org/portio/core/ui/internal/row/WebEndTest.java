// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;

class WebEndTest {

    @Test
    void aListenerIsAskedAtItsOwnAddress() {
        assertEquals("http://localhost:8080/", url(Sockets.listener("0.0.0.0", 8080), "http"));
        assertEquals("http://localhost/", url(Sockets.listener("::", 80), "http"));
        assertEquals("https://127.0.0.2/", url(Sockets.listener("127.0.0.2", 443), "https"));
        assertEquals("https://[::1]:80/", url(Sockets.listener("::1", 80), "https"));
        assertEquals("http://127.0.0.1:9000/", url(Sockets.listener("::ffff:127.0.0.1", 9000), "http"));
    }

    @Test
    void aDualStackListenerIsTriedInBothFamilies() {
        assertEquals(
                2, WebEnd.of(Sockets.listener("::", 80)).orElseThrow().sockets().size());
    }

    @Test
    void ofAConnectionOnThisMachineTheServerIsAsked() {
        assertEquals("http://127.0.0.1:8080/", url(tcp("127.0.0.1", 50_000, "127.0.0.1", 8080), "http"));
        assertEquals("http://192.0.2.1:8080/", url(tcp("192.0.2.1", 8080, "192.0.2.1", 50_000), "http"));
        assertTrue(WebEnd.of(tcp("192.0.2.1", 50_000, "192.0.2.2", 443)).isEmpty());
    }

    private static Connection tcp(String local, int localPort, String remote, int remotePort) {
        return Sockets.tcp(
                Sockets.endpoint(local, localPort), Sockets.endpoint(remote, remotePort), TcpState.ESTABLISHED);
    }

    private static String url(Connection row, String scheme) {
        return WebEnd.of(row).orElseThrow().url(scheme);
    }
}
