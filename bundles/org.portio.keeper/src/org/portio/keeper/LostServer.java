// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.time.Duration;
import java.time.Instant;
import org.portio.server.ServerRequest;

/**
 * A temporary server that nobody has stopped, and whose keeper has gone: it was killed, or the machine has started again.
 *
 * @param request is what it was started with
 * @param started when it was
 * @param ends when it would have ended by itself; null for never
 */
public record LostServer(ServerRequest request, Instant started, Instant ends) {

    private static final long SECONDS_OF_MINUTE = 60;

    /** Returns what starts it again, for the time that is left of its own, as it is typed after {@code portio}. */
    public String command(Instant now) {
        String address = request.address();
        return "start-server " + request.port() + " " + request.protocol() + " --mode "
                + request.mode().label()
                + (address.equals(ServerRequest.LOOPBACK) ? "" : " --bind " + (address.isEmpty() ? "'*'" : address))
                + (ends == null ? "" : " --for " + left(Duration.between(now, ends)));
    }

    private static String left(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        return seconds < 2 * SECONDS_OF_MINUTE ? seconds + "s" : Math.ceilDiv(seconds, SECONDS_OF_MINUTE) + "m";
    }

    /** Returns it in a few words, as {@code TCP 8090 echo on 127.0.0.1}. */
    public String text() {
        String address = request.address();
        return request.protocol() + " " + request.port() + " " + request.mode().label() + " on "
                + (address.isEmpty() ? "all addresses" : address);
    }
}
