// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import org.portio.keeper.LostServer;
import org.portio.server.ServerRequest;

/** Temporary servers as people read them. */
public final class ServerText {

    private static final String ALL = "*";

    private ServerText() {}

    /** Returns text such as {@code echo server on TCP 127.0.0.1:8080}, {@code TCP [::1]:8080} or {@code TCP *:8080}. */
    public static String line(ServerRequest request) {
        String address = address(request);
        String host = address.contains(":") ? "[" + address + "]" : address;
        return request.mode().label() + " server on " + request.protocol() + " " + host + ":" + request.port();
    }

    /** Returns text such as {@code the echo server on TCP 127.0.0.1:8080, started 2026-03-01 12:00:00, has ended with its keeper}. */
    public static String lost(LostServer server) {
        return "the " + line(server.request()) + ", started " + TimeText.local(server.started())
                + ", has ended with its keeper";
    }

    public static String address(ServerRequest request) {
        return request.address().isEmpty() ? ALL : request.address();
    }
}
