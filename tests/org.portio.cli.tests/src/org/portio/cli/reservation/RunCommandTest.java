// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.Cli;
import org.portio.cli.command.Shell;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.testing.FakeReservations;

/** Tests with real programs, which are scripts for sh, and reservations without sockets. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are scripts for sh")
class RunCommandTest {

    private static final PortKey TCP = PortKey.of(8080, Protocol.TCP);
    private static final PortKey UDP = PortKey.of(8080, Protocol.UDP);
    private static final PortKey LOCAL = new PortKey(8080, Protocol.TCP, "127.0.0.1");

    private final Cli cli = new Cli();
    private final FakeReservations reservations = cli.keeper.reservations;

    @TempDir
    private Path folder;

    @Test
    void passesWhatStandsBehindTheDelimiterToTheProgramThatThePortIsKeptFor() throws Exception {
        put(TCP, program("web"), HandOver.RELEASE);

        Cli.Result result = cli.run("run", "8080", "--", "UDP", "--help", "a b", "--", "-x");

        assertEquals(7, result.code(), result.err());
        assertTrue(cli.standsIn, "signals go to the program");
        assertEquals(List.of("UDP", "--help", "a b", "--", "-x"), gotten());
        assertEquals("", result.out());
    }

    @Test
    void takesItAsTheCommandWhereThePortIsKeptForNoProgram() throws Exception {
        put(TCP, "", HandOver.RELEASE);

        assertEquals(7, cli.run("run", "8080", "tcp", "--", program("web"), "x").code());
        assertEquals(List.of("x"), gotten());
        assertEquals(0, cli.run("run", "8080", "--", "true").code());
    }

    @Test
    void startsTheProgramWithoutArguments() throws Exception {
        put(TCP, program("web"), HandOver.RELEASE);

        assertEquals(7, cli.run("run", "8080").code());
        assertEquals(List.of(), gotten());
    }

    @Test
    void handsOverAsTheReservationSaysUnlessToldOtherwise() throws Exception {
        put(UDP, program("web"), HandOver.RELEASE);
        put(TCP, program("web"), HandOver.LATCH);

        cli.run("run", "8080", "UDP");
        assertTrue(reservations.calls().contains("lend by release UDP 8080"), reservations.calls()::toString);

        cli.run("run", "8080", "TCP", "--hand-over", "release");
        assertTrue(reservations.calls().contains("lend by release TCP 8080"), reservations.calls()::toString);
        assertFalse(reservations.calls().contains("lend by latch TCP 8080"), reservations.calls()::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run 8080                     | several are reserved; name the protocol or --address of one of TCP 8080, TCP 8080 on 127.0.0.1, UDP 8080",
                "run 8080 TCP                 | several are reserved; name the protocol or --address of one of TCP 8080, TCP 8080 on 127.0.0.1",
                "run 8080 UDP                 | UDP 8080 is not kept for any particular program; give the"
                        + " command after --",
                "run 8080 UDP --              | UDP 8080 is not kept for any particular program; give the"
                        + " command after --",
                "run 8080 TCP true            | unexpected argument 'true'; put the program's own arguments after --",
                "run 8080 true                | 'true' is not a protocol; choose TCP or UDP, and put",
                "run 8080 UDP --hand-over latch -- true | a UDP port cannot be handed over by latch",
                "run 8080 --hand-over x       | unknown hand-over 'x'",
                "run 8080 --exec              | Unknown option: '--exec'",
                "run 0                        | '0' is not a valid port",
                "run 70000                    | '70000' is not a valid port",
                "run --                       | PORT",
                "run                          | PORT"
            })
    void answersWrongUsageWithALineAndAHint(String args, String message) {
        put(TCP, "", HandOver.RELEASE);
        put(LOCAL, "", HandOver.RELEASE);
        put(UDP, "", HandOver.RELEASE);

        Cli.Result result = cli.run(args.split(" +"));

        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains(message), result.err());
        assertTrue(result.err().strip().endsWith("Try 'portio run --help'."), result.err());
        assertNothingLent();
    }

    @Test
    void choosesByAddress() throws Exception {
        put(TCP, "", HandOver.RELEASE);
        put(LOCAL, program("web"), HandOver.RELEASE);

        assertEquals(7, cli.run("run", "8080", "--address", "127.0.0.1").code());
    }

    @Test
    void refusesAPortThatIsNotReserved() {
        Cli.Result result = cli.run("run", "8080", "--", "true");

        assertEquals(4, result.code());
        assertEquals(
                "portio: port 8080 is not reserved; reserve it first: portio reserve 8080 TCP",
                result.err().strip());
    }

    @Test
    void refusesAProgramThatIsGone() {
        Path gone = folder.resolve("gone");
        put(TCP, gone.toString(), HandOver.RELEASE);

        Cli.Result result = cli.run("run", "8080");

        assertEquals(4, result.code());
        assertEquals(
                "portio: the program '" + gone + "' does not exist; check its path",
                result.err().strip());
        assertNothingLent();
    }

    @Test
    void saysThatTheCommandIsNotThere() throws Exception {
        put(TCP, "", HandOver.RELEASE);

        Cli.Result result = cli.run("run", "8080", "--", folder.resolve("gone").toString());

        assertEquals(4, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(folder.resolve("gone").toString()), result.err());
        assertEquals(HoldState.HELD, reservations.list().getFirst().state());
    }

    @Test
    void endsWithThePublishedExitCodeWhereThePortIsNotHandedOver() {
        put(TCP, "", HandOver.RELEASE);
        reservations.failFor(
                TCP, new ReservationException(Failure.of(ReservationException.Kind.CONFLICT, "on purpose")));

        Cli.Result result = cli.run("run", "8080", "--", "true");

        assertEquals(new Cli.Result(4, "", "portio: on purpose" + System.lineSeparator()), result);
    }

    private void put(PortKey key, String program, HandOver way) {
        Reservation reservation = new Reservation(key, program, "", way, false, Instant.EPOCH);
        reservations.put(new ReservationStatus(reservation, HoldState.HELD, Instant.EPOCH, "", 0));
    }

    /** Creates a program that writes down what it gets, and ends with 7. */
    private String program(String name) throws IOException {
        String script = "#!/bin/sh\nprintf '%s\\0' \"$@\" >"
                + Shell.quoted(folder.resolve("gotten").toString()) + "\nexit 7\n";
        Path file = Files.writeString(folder.resolve(name), script);
        assertTrue(file.toFile().setExecutable(true));
        return file.toString();
    }

    private List<String> gotten() throws IOException {
        String written = Files.readString(folder.resolve("gotten"));
        return new ArrayList<>(List.of(written.split("\0")).stream()
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private void assertNothingLent() {
        assertFalse(
                reservations.calls().stream().anyMatch(call -> call.startsWith("lend")),
                reservations.calls()::toString);
    }
}
