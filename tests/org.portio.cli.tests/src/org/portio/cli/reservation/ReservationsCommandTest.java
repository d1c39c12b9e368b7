// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.cli.text.TimeText;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;

class ReservationsCommandTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");

    private final Cli cli = new Cli();

    @Test
    void listsReservationsInColumns() {
        put(PortKey.of(53, Protocol.UDP), "", "", HoldState.DENIED, "only root may bind it");
        put(PortKey.of(8080, Protocol.TCP), "/usr/bin/web", "a\u001b demo", HoldState.HELD, "");
        put(new PortKey(8081, Protocol.TCP, "::1"), "", "", HoldState.CONFLICT, "42/ja\nva has it");

        Cli.Result result = cli.run("reservations");

        String since = TimeText.local(SINCE);
        assertEquals(0, result.code());
        assertEquals("", result.err());
        assertEquals(
                List.of(
                        "Proto  Port  Address  State     Since                Executable    Note     Detail",
                        "udp    53    *        denied    " + since + "  -             -        only root may bind it",
                        "tcp    8080  *        held      " + since + "  /usr/bin/web  a? demo",
                        "tcp    8081  ::1      conflict  " + since + "  -             -        42/ja?va has it"),
                result.lines());
    }

    @Test
    void leavesTheHeaderOut() {
        put(PortKey.of(8080, Protocol.TCP), "", "", HoldState.HELD, "");

        List<String> lines = cli.run("reservations", "--no-header").lines();

        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().startsWith("tcp  8080  *  held  "), lines.getFirst());
    }

    @Test
    void paintsTheHeaderOnATerminal() {
        cli.colours = true;
        put(PortKey.of(8080, Protocol.TCP), "", "", HoldState.HELD, "");

        assertTrue(cli.run("reservations").out().startsWith("\u001b[1mProto"));
    }

    @Test
    void endsWithOneWhereThereAreNone() {
        assertEquals(1, cli.run("reservations").code());
        assertEquals(1, cli.run("reservations").lines().size());

        Cli.Result json = cli.run("reservations", "--json");
        assertEquals(1, json.code());
        assertTrue(document(json).getAsJsonArray("reservations").isEmpty());
    }

    @Test
    void printsJsonWithTheVersionOfItsSchema() {
        put(PortKey.of(8080, Protocol.TCP), "/usr/bin/web", "", HoldState.LENT, "PID 42");

        Cli.Result result = cli.run("reservations", "--json");

        assertEquals(0, result.code());
        assertEquals(1, document(result).get("schema").getAsInt());
        JsonObject reservation =
                document(result).getAsJsonArray("reservations").get(0).getAsJsonObject();
        assertEquals(8080, reservation.get("port").getAsInt());
        assertEquals("lent", reservation.get("state").getAsString());
    }

    @Test
    void saysThatTheKeeperCannotBeReached() {
        cli.keeper.reservations.failWith(
                new ReservationException(Failure.of(ReservationException.Kind.FAILED, "no keeper")));

        assertEquals(new Cli.Result(4, "", "portio: no keeper" + System.lineSeparator()), cli.run("reservations"));
    }

    private void put(PortKey key, String executable, String note, HoldState state, String detail) {
        Reservation reservation = new Reservation(key, executable, note, HandOver.AUTO, false, SINCE);
        cli.keeper.reservations.put(new ReservationStatus(reservation, state, SINCE, detail, 0));
    }

    private static JsonObject document(Cli.Result result) {
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }
}
