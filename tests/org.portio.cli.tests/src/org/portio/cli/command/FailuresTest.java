// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.text.Output;
import org.portio.core.ConnectionException;
import org.portio.core.Failure;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.firewall.FirewallException;
import org.portio.keeper.KeeperException;
import org.portio.reservation.ReservationException;
import org.portio.server.ServerException;

/** The kind of a failure decides the exit code, whichever part of PortIO it comes from. */
class FailuresTest {

    private final StringWriter written = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "INVALID, CONFLICT", "NOT_FOUND, FALSE", "CONFLICT, CONFLICT", "PERMISSION, PERMISSION",
        "REFUSED, CONFLICT", "UNSUPPORTED, CONFLICT", "ABSENT, CONFLICT", "FAILED, CONFLICT"
    })
    void endsAlikeForTheSameKind(Kind kind, ExitCode code) {
        for (PortioException failure : List.of(
                new ConnectionException(Failure.of(kind, "why")),
                new FirewallException(Failure.of(kind, "why")),
                new ReservationException(Failure.of(kind, "why")),
                new ServerException(Failure.of(kind, "why")),
                new KeeperException(Failure.of(kind, "why")))) {
            written.getBuffer().setLength(0);

            assertEquals(code.code(), say(failure));
            assertEquals("portio: why", written.toString().strip());
        }
    }

    @Test
    void showsAdviceAfterTheMessage() {
        say(new ReservationException(Failure.of(Kind.CONFLICT, "TCP 80 is taken", "end its owner")));

        assertEquals(
                "portio: TCP 80 is taken; end its owner", written.toString().strip());
    }

    private int say(Exception failure) {
        PrintWriter writer = new PrintWriter(written, true);
        return new Failures(null, new Output(writer, writer)).onExecution(failure, List.of());
    }
}
