// SPDX-License-Identifier: EPL-2.0
package org.portio.example.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.portio.junit.HeldPort;
import org.portio.junit.NoPortLeaks;

/** Each test has a port of its own, and must not leave anything listening. */
@NoPortLeaks
class GreeterTest {

    @HeldPort
    private int port;

    @Test
    void greets() throws IOException {
        try (Greeter _ = new Greeter(port)) {
            assertEquals("hello", ask());
        }
    }

    /** The port is kept while nobody listens: a client is refused, and nobody else gets it before the server is back. */
    @Test
    void greetsAgainAfterARestart() throws IOException {
        try (Greeter _ = new Greeter(port)) {
            assertEquals("hello", ask());
        }
        assertThrows(ConnectException.class, this::ask);
        try (Greeter _ = new Greeter(port)) {
            assertEquals("hello", ask());
        }
    }

    private String ask() throws IOException {
        try (var answer = URI.create("http://127.0.0.1:" + port + "/").toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
