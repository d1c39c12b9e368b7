// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.cli.Cli;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.core.address.AddressParser;
import org.portio.core.diagnosis.Finding;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;

class ReserveCommandTest {

    private static final String END = System.lineSeparator();

    private final Cli cli = new Cli();

    @TempDir
    private Path folder;

    @Test
    void reservesAPortOnAllAddresses() throws Exception {
        Instant before = Instant.now();

        Cli.Result result = cli.run("reserve", "8080", "tcp");

        assertEquals(new Cli.Result(0, "Reserved TCP 8080." + END, ""), result);
        Reservation made = reservation();
        assertEquals(new Reservation(PortKey.of(8080, Protocol.TCP), "", "", HandOver.AUTO, false, made.since()), made);
        assertTrue(
                !made.since().isBefore(before.minusMillis(1)) && !made.since().isAfter(Instant.now()));
    }

    @Test
    void localhostIsReservedInEachFamilyThatIsThere() throws Exception {
        Cli.Result result = cli.run("reserve", "8080", "tcp", "--address", "localhost");

        assertEquals(0, result.code());
        assertEquals(
                AddressParser.toBind("localhost"),
                cli.keeper.reservations.list().stream()
                        .map(status -> status.key().address())
                        .toList());
        assertTrue(result.out().startsWith("Reserved TCP 8080 on 127.0.0.1." + END), result.out());
    }

    @Test
    void warnsOfARuleThatBypassesTheHold() {
        cli.rules = List.of(new Finding(
                Finding.Kind.REDIRECT,
                Finding.Weight.WARNS,
                "a NAT rule turns TCP 8080 to another place",
                "chain ip nat PREROUTING: tcp dport 8080 dnat",
                "",
                false));

        Cli.Result result = cli.run("reserve", "8080", "TCP");

        assertEquals(0, result.code());
        assertEquals(
                "portio: but a NAT rule turns TCP 8080 to another place (chain ip nat PREROUTING: tcp dport 8080 dnat)",
                result.err().strip());
    }

    @Test
    void takesEveryOption() throws Exception {
        Path program = program("web server");

        Cli.Result result = cli.run(
                "reserve",
                "8080",
                "TCP",
                "--address",
                "[0:0::1]",
                "--note",
                "for the demo",
                "--hand-over",
                "LATCH",
                "--keep-from-ephemeral",
                "--exe-path",
                folder.resolve("x/../web server").toString());

        assertEquals(new Cli.Result(0, "Reserved TCP 8080 on ::1." + END, ""), result);
        Reservation made = reservation();
        assertEquals(
                new Reservation(
                        new PortKey(8080, Protocol.TCP, "::1"),
                        program.toString(),
                        "for the demo",
                        HandOver.LATCH,
                        true,
                        made.since()),
                made);
    }

    @ParameterizedTest
    @EnumSource(HandOver.class)
    void knowsEachWayToHandOver(HandOver way) throws Exception {
        assertEquals(
                0, cli.run("reserve", "8080", "TCP", "--hand-over", way.label()).code());
        assertEquals(way, reservation().handOver());
        assertEquals(HandOver.values().length, HandOverOption.WAYS.words().size());
    }

    @ParameterizedTest
    @CsvSource({"*, ''", "::, ''", "0.0.0.0, 0.0.0.0", "127.0.0.1, 127.0.0.1", "FD80:0::1, fd80::1"})
    void takesAddresses(String text, String expected) throws Exception {
        assertEquals(0, cli.run("reserve", "8080", "UDP", "--address", text).code());
        assertEquals(new PortKey(8080, Protocol.UDP, expected), reservation().key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reserve                             | PORT",
                "reserve 8080                        | TCP|UDP",
                "reserve 0 TCP                       | '0' is not a valid port",
                "reserve 70000 TCP                   | '70000' is not a valid port",
                "reserve 80-81 TCP                   | '80-81' is a range; give a single port",
                "reserve 8080 SCTP                   | 'SCTP'",
                "reserve 8080 TCP extra              | 'extra'",
                "reserve 8080 TCP --address here     | 'here' is not an IP address; give one such as 127.0.0.1 or ::1",
                "reserve 8080 TCP --address fe80::1%2 | 'fe80::1%2' names a network interface",
                "reserve 8080 TCP --address 1.2.3.4.5 | '1.2.3.4.5' is not an IP address",
                "reserve 8080 TCP --hand-over magic  | unknown hand-over 'magic'; choose from auto, any, descriptor",
                "reserve 8080 UDP --hand-over latch  | a UDP port cannot be handed over by latch",
                "reserve 8080 UDP --hand-over descriptor | a UDP port cannot be handed over by descriptor"
            })
    void answersWrongUsageWithALineAndAHint(String args, String message) throws Exception {
        assertWrong(message, args.split(" +"));
    }

    @Test
    void takesNotesOfOneLineOnly() throws Exception {
        assertWrong("give a text of one line, without control characters", "reserve", "8080", "TCP", "--note", "a\nb");
    }

    private void assertWrong(String message, String... args) throws Exception {
        Cli.Result result = cli.run(args);

        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains(message), result.err());
        assertTrue(result.err().strip().endsWith("Try 'portio reserve --help'."), result.err());
        assertEquals(List.of(), cli.keeper.reservations.calls());
    }

    @Test
    void refusesAProgramThatIsNotThere() {
        Path missing = folder.resolve("missing");
        assertRefused("the program '" + missing + "' does not exist; check its path", missing);
    }

    @Test
    void refusesADirectoryAsProgram() {
        assertRefused(folder + " is a directory; give the path of a program", folder);
    }

    @Test
    void refusesAFileThatMayNotBeExecuted() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no program");
        assumeTrue(!Files.isExecutable(file), "on this system every file counts as a program");
        assertRefused(file + " is not executable; make it so: chmod +x " + file, file);
    }

    private void assertRefused(String message, Path program) {
        Cli.Result result = cli.run("reserve", "8080", "TCP", "--exe-path", program.toString());

        assertEquals(new Cli.Result(4, "", "portio: " + message + END), result);
        assertEquals(List.of(), cli.keeper.reservations.calls());
    }

    @ParameterizedTest
    @CsvSource({"INVALID, 4", "CONFLICT, 4", "PERMISSION, 3", "NOT_FOUND, 1", "FAILED, 4"})
    void endsWithThePublishedExitCodeWhereItFails(ReservationException.Kind kind, int code) {
        cli.keeper.reservations.failWith(new ReservationException(Failure.of(kind, "on purpose")));

        assertEquals(new Cli.Result(code, "", "portio: on purpose" + END), cli.run("reserve", "80", "TCP"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "HELD     | 0 | -",
                "LENT     | 0 | TCP 8080 is lent at the moment: why",
                "UNPROVEN | 0 | TCP 8080 is bound, but another program could still take it: why",
                "CONFLICT | 5 | TCP 8080 is not held at the moment: why",
                "DENIED   | 5 | TCP 8080 is not held at the moment: why"
            })
    void saysHowItStands(HoldState state, int code, String note) {
        cli.keeper.reservations.answerWith(state, "why");

        Cli.Result result = cli.run("reserve", "8080", "TCP");

        assertEquals(code, result.code());
        assertEquals("Reserved TCP 8080." + END, result.out());
        assertEquals(note == null ? "" : "portio: " + note + END, result.err());
    }

    @Test
    void isCompleted() {
        String script = cli.run("generate-completion").out();
        for (String part : List.of("reserve", "--exe-path", "\"auto\" \"any\" \"descriptor\" \"latch\" \"release\"")) {
            assertTrue(script.contains(part), part);
        }
    }

    private Path program(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private Reservation reservation() throws ReservationException {
        List<ReservationStatus> all = cli.keeper.reservations.list();
        assertEquals(1, all.size(), () -> Arrays.toString(all.toArray()));
        return all.getFirst().reservation();
    }
}
