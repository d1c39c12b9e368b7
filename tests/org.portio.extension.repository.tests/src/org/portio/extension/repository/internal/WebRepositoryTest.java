// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portio.extension.ExtensionException;

/** Installing from repositories on the web. */
class WebRepositoryTest extends RepositoryTest {

    private HttpServer server;

    @AfterEach
    void end() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void repositoryOnTheWebWorksThroughARedirection() throws Exception {
        twoFeatures().writePacked();
        URI location = serve(1.0);
        install(location.resolve("/moved/"), "org.example.first");
        assertEquals(List.of("org.example.base 1.0.0", "org.example.one 1.0.0"), installed());
    }

    @Test
    void connectionThatIsCutLeavesNothing() throws Exception {
        twoFeatures().writePacked();
        URI location = serve(0.5);
        assertThrows(ExtensionException.class, () -> install(location, "org.example.first"));
        assertEquals(List.of(), installed());
    }

    /**
     * Serves the repository.
     *
     * @param share of each jar that is sent before the connection ends
     */
    private URI serve(double share) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/moved/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring("/moved".length());
            exchange.getResponseHeaders().add("Location", path);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/", exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (head) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                byte[] bytes = Files.readAllBytes(file);
                boolean whole = share == 1 || !file.toString().contains("plugins");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes, 0, whole ? bytes.length : (int) (bytes.length * share));
            }
            exchange.close();
        });
        server.start();
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/");
    }
}
