// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.Output;
import org.portio.reservation.Remap;

class ReservationTableTest {

    private static final Remap REMAP = new Remap(8080, 24138, 42, "node", "/work/shop", Instant.EPOCH);

    private final StringWriter out = new StringWriter();

    private ExitCode print(boolean json) {
        PrintWriter writer = new PrintWriter(out);
        ExitCode code = new ReservationTable(true, false)
                .print(List.of(), List.of(REMAP), json, new Output(writer, new PrintWriter(new StringWriter())));
        writer.flush();
        return code;
    }

    @Test
    void remapsFollowTheReservationsAndCountAsSomethingToShow() {
        assertEquals(ExitCode.OK, print(false));
        assertTrue(out.toString().contains("remapped"), out::toString);
        assertTrue(out.toString().contains("is 24138 for PID 42 in /work/shop"), out::toString);
    }

    @Test
    void jsonHasThemInAListOfTheirOwn() {
        print(true);
        assertTrue(out.toString().contains("\"remaps\":["), out::toString);
        assertTrue(
                out.toString().contains("{\"asked\":8080,\"given\":24138,\"pid\":42,\"program\":\"node\","),
                out::toString);
    }
}
