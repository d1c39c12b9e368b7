// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.portio.core.Protocol;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;

/** A process that has no descriptor left for a client that has come, and later has some. It fails with an exception. */
final class NoDescriptors {

    private static final int PATIENCE_MILLIS = 20_000;

    private NoDescriptors() {}

    /** Some descriptors must be allowed. */
    public static void main(String[] arguments) throws Exception {
        try (LocalServers servers = new LocalServers()) {
            int port = start(servers);
            // No client has come before: what the first one needs must already exist.
            List<FileInputStream> files = useUp();
            files.removeLast().close();
            Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
            awaitTrouble(servers, port);
            for (FileInputStream file : files) {
                file.close();
            }
            echo(client);
            echo(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
        }
    }

    private static int start(LocalServers servers) throws ServerException {
        int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
        try {
            servers.start(new ServerRequest(port, Protocol.TCP, ServerMode.ECHO, "127.0.0.1", null));
            return port;
        } catch (ServerException e) {
            if (e.kind() == ServerException.Kind.CONFLICT) {
                return start(servers);
            }
            throw e;
        }
    }

    private static void echo(Socket client) throws IOException {
        try (client) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.getOutputStream().write('x');
            if (client.getInputStream().read() != 'x') {
                throw new IOException("no echo");
            }
        }
    }

    private static List<FileInputStream> useUp() {
        List<FileInputStream> files = new ArrayList<>();
        while (true) {
            try {
                files.add(new FileInputStream("/dev/null"));
            } catch (IOException _) {
                // None is left, as intended.
                return files;
            }
        }
    }

    private static void awaitTrouble(LocalServers servers, int port) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (servers.transcript(port, Protocol.TCP).stream()
                .noneMatch(entry -> entry.text().startsWith("cannot accept: "))) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the server did not notice that there are no descriptors");
            }
            Thread.sleep(10);
        }
    }
}
