// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.Cli;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.testing.FakeReservations;

class ReleaseCommandTest {

    private static final PortKey TCP = PortKey.of(8080, Protocol.TCP);
    private static final PortKey LOCAL_TCP = new PortKey(8080, Protocol.TCP, "127.0.0.1");
    private static final PortKey UDP = PortKey.of(8080, Protocol.UDP);
    private static final PortKey OTHER = PortKey.of(9090, Protocol.TCP);

    private final Cli cli = new Cli();
    private final FakeReservations reservations = cli.keeper.reservations;

    @BeforeEach
    void reserve() {
        for (PortKey key : List.of(TCP, LOCAL_TCP, UDP, OTHER)) {
            Reservation reservation = new Reservation(key, "", "", HandOver.AUTO, false, Instant.EPOCH);
            reservations.put(new ReservationStatus(reservation, HoldState.HELD, Instant.EPOCH, "", 0));
        }
    }

    @Test
    void givesUpWhatIsNamedExactly() throws Exception {
        Cli.Result result = cli.run("release", "9090", "tcp", "--yes");

        assertEquals(new Cli.Result(0, "Released TCP 9090." + System.lineSeparator(), ""), result);
        assertEquals(List.of(TCP, LOCAL_TCP, UDP), left());
    }

    @Test
    void givesUpWhatIsReservedOnEitherAddressOfLocalhost() throws Exception {
        PortKey ipv6 = new PortKey(8080, Protocol.TCP, "::1");
        reservations.put(new ReservationStatus(
                new Reservation(ipv6, "", "", HandOver.AUTO, false, Instant.EPOCH),
                HoldState.HELD,
                Instant.EPOCH,
                "",
                0));

        Cli.Result result = cli.run("release", "8080", "--address", "localhost", "--yes");

        assertEquals(0, result.code(), result.err());
        assertEquals(List.of(TCP, UDP, OTHER), left());
    }

    @Test
    void givesUpBothProtocolsAndAllAddressesUnlessOneIsNamed() throws Exception {
        assertEquals(
                List.of("Released TCP 8080.", "Released TCP 8080 on 127.0.0.1.", "Released UDP 8080."),
                cli.run("release", "8080", "--yes").lines());
        assertEquals(List.of(OTHER), left());
    }

    @Test
    void givesUpOneAddressOnly() throws Exception {
        assertEquals(
                0, cli.run("release", "8080", "--address", "127.0.0.1", "--yes").code());
        assertEquals(List.of(TCP, UDP, OTHER), left());

        assertEquals(
                0, cli.run("release", "8080", "TCP", "--address", "*", "--yes").code());
        assertEquals(List.of(UDP, OTHER), left());
    }

    @Test
    void givesUpAll() throws Exception {
        assertEquals(4, cli.run("release", "--all", "--yes").lines().size());
        assertEquals(List.of(), left());

        Cli.Result result = cli.run("release", "--all", "--yes");
        assertEquals(1, result.code());
        assertEquals("portio: nothing is reserved", result.err().strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234                          | port 1234",
                "1234 UDP                      | UDP 1234",
                "9090 UDP                      | UDP 9090",
                "9090 TCP --address 127.0.0.1  | TCP 9090 on 127.0.0.1"
            })
    void saysThatNothingOfItIsReserved(String args, String what) throws Exception {
        Cli.Result result = cli.run(("release " + args + " --yes").split(" +"));

        assertEquals(1, result.code());
        assertEquals("portio: " + what + " is not reserved", result.err().strip());
        assertEquals(4, left().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "release                       | which port?",
                "release --address ::1         | which port?",
                "release --all 8080            | either a port or --all",
                "release --all --address ::1   | either a port or --all",
                "release 0                     | '0' is not a valid port",
                "release 70000                 | '70000' is not a valid port",
                "release 8080 SCTP             | 'SCTP'",
                "release 8080 TCP extra        | 'extra'"
            })
    void answersWrongUsageWithALineAndAHint(String args, String message) throws Exception {
        Cli.Result result = cli.run((args + " --yes").split(" +"));

        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains(message), result.err());
        assertTrue(result.err().strip().endsWith("Try 'portio release --help'."), result.err());
        assertEquals(4, left().size());
    }

    @Test
    void asksFirstAndShowsWhatItWouldGiveUp() throws Exception {
        Reservation web = new Reservation(OTHER, "/usr/bin/web", "", HandOver.AUTO, false, Instant.EPOCH);
        reservations.put(new ReservationStatus(web, HoldState.LENT, Instant.EPOCH, "to web (PID 42)", 42));
        cli.answer = "n";
        Cli.Result result = cli.run("release", "9090");
        assertEquals(4, result.code());
        assertEquals(
                List.of(
                        "portio: releases TCP 9090, lent (to web (PID 42)), kept for /usr/bin/web",
                        "portio: nothing was changed"),
                result.err().lines().toList());
        assertEquals(4, left().size());

        cli.answer = "y";
        assertEquals(0, cli.run("release", "9090").code());
        assertEquals(3, left().size());
    }

    @Test
    void needsYesWithoutATerminalAndAsksNoKeeper() {
        Cli.Result result = cli.run("release", "8080");

        assertEquals(2, result.code());
        assertTrue(result.err().contains("use --yes to continue"), result.err());
        assertEquals(List.of(), reservations.calls());
    }

    @Test
    void goesOnWithTheOthersWhereOneCannotBeGivenUp() throws Exception {
        reservations.failFor(TCP, new ReservationException(Failure.of(ReservationException.Kind.FAILED, "on purpose")));

        Cli.Result result = cli.run("release", "8080", "--yes");

        assertEquals(5, result.code());
        assertEquals(2, result.lines().size());
        assertEquals("portio: on purpose", result.err().strip());
        assertEquals(List.of(TCP, OTHER), left());

        assertEquals(4, cli.run("release", "8080", "--yes").code());
    }

    @Test
    void saysThatTheKeeperCannotBeReached() {
        reservations.failWith(new ReservationException(Failure.of(ReservationException.Kind.FAILED, "no keeper")));

        assertEquals(
                new Cli.Result(4, "", "portio: no keeper" + System.lineSeparator()),
                cli.run("release", "--all", "--yes"));
    }

    private List<PortKey> left() throws ReservationException {
        return reservations.list().stream().map(ReservationStatus::key).toList();
    }
}
