// SPDX-License-Identifier: EPL-2.0
package org.portio.example.junit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** What is tested: a server that greets everybody over HTTP. */
public final class Greeter implements AutoCloseable {

    private final HttpServer server;

    /** Starts it, at all addresses. */
    public Greeter(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/", exchange -> {
            byte[] answer = "hello".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (exchange) {
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
