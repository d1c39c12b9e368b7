// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server of Java that serves one client, and ends: its arguments are an address and a port. */
final class OneClient {

    private OneClient() {}

    public static void main(String[] arguments) throws Exception {
        InetSocketAddress address =
                new InetSocketAddress(InetAddress.ofLiteral(arguments[0]), Integer.parseInt(arguments[1]));
        try (ServerSocket server = new ServerSocket()) {
            server.setReuseAddress(Boolean.parseBoolean(arguments[2]));
            server.bind(address);
            try (Socket client = server.accept()) {
                client.getOutputStream().write("served".getBytes(US_ASCII));
            }
        }
    }
}
