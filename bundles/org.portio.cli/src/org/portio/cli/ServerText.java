// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import org.portio.core.server.ServerRequest;

/** Temporary servers as people read them. */
final class ServerText {

    private static final String ALL = "*";

    private ServerText() {}

    /** As {@code echo server on TCP 127.0.0.1:8080}, {@code TCP [::1]:8080} or {@code TCP *:8080}. */
    static String line(ServerRequest request) {
        String address = address(request);
        String host = address.contains(":") ? "[" + address + "]" : address;
        return request.mode().label() + " server on " + request.protocol() + " " + host + ":" + request.port();
    }

    static String address(ServerRequest request) {
        return request.address().isEmpty() ? ALL : request.address();
    }
}
