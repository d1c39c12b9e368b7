// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.OutputStream;
import java.util.concurrent.ThreadLocalRandom;
import org.portio.core.Protocol;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;

/** A process whose Java knows no IPv6 runs a server until its input ends. It prints the port. */
final class Ipv4Java {

    private Ipv4Java() {}

    /** @param arguments protocol, mode, and the address to bind, empty for all */
    public static void main(String[] arguments) throws Exception {
        try (LocalServers servers = new LocalServers()) {
            IO.println(start(servers, Protocol.valueOf(arguments[0]), ServerMode.valueOf(arguments[1]), arguments[2]));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static int start(LocalServers servers, Protocol protocol, ServerMode mode, String address)
            throws ServerException {
        int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
        try {
            servers.start(new ServerRequest(port, protocol, mode, address, null));
            return port;
        } catch (ServerException e) {
            if (e.kind() == ServerException.Kind.CONFLICT) {
                return start(servers, protocol, mode, address);
            }
            throw e;
        }
    }
}
