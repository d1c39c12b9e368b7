// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.time.Duration;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;

/** Refuses what no server can be made of, before the system is asked. */
public final class Requests {

    private static final int LAST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofDays(365);

    private Requests() {}

    public static void check(ServerRequest request) throws ServerException {
        if (request.protocol() == null || request.mode() == null || request.address() == null) {
            throw invalid("a server needs a protocol, a mode and an address, which may be empty", "");
        }
        if (request.port() < 1 || request.port() > LAST_PORT) {
            throw invalid(request.port() + " is not a valid port", "ports are 1 to " + LAST_PORT);
        }
        if (!request.mode().supports(request.protocol())) {
            throw invalid(
                    "a " + request.protocol() + " server cannot do "
                            + request.mode().label(),
                    "choose another mode");
        }
        check(request.duration());
    }

    private static void check(Duration duration) throws ServerException {
        if (duration != null && (!duration.isPositive() || duration.compareTo(LONGEST) > 0)) {
            throw invalid("a server can run for at most a year", "give no time to let it run until it is stopped");
        }
    }

    private static ServerException invalid(String what, String advice) {
        return new ServerException(Failure.of(Kind.INVALID, what, advice));
    }
}
