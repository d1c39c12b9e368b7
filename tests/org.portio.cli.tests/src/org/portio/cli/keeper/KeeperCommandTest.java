// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.Cli;
import org.portio.cli.text.TimeText;
import org.portio.core.system.Places;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperInstallation;
import org.portio.keeper.KeeperStatus;
import org.portio.testing.RecordingRunner;

class KeeperCommandTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
    private static final KeeperStatus RUNNING = new KeeperStatus(4711, "0.1.0", SINCE, 3, 2, 1);
    private static final String END = System.lineSeparator();

    private final Cli cli = new Cli();

    @TempDir
    private Path home;

    @Test
    void tellsOfTheKeeperThatRuns() {
        cli.keeper.running = RUNNING;

        Cli.Result result = cli.run("keeper", "status");

        assertEquals(0, result.code());
        assertEquals(
                List.of(
                        "PID           4711",
                        "Version       0.1.0",
                        "Since         " + TimeText.local(SINCE),
                        "Reservations  3, 2 held or lent",
                        "Servers       1"),
                result.lines());
    }

    @ParameterizedTest
    @CsvSource({"status", "stop --yes"})
    void endsWithOneWhereNoneRuns(String args) {
        Cli.Result result = cli.run(("keeper " + args).split(" "));

        assertEquals(new Cli.Result(1, "", "portio: no keeper is running" + END), result);
    }

    @Test
    void asksBeforeItStopsTheKeeper() {
        cli.keeper.running = RUNNING;
        cli.answer = "n";
        Cli.Result refused = cli.run("keeper", "stop");
        assertEquals(4, refused.code());
        assertEquals(
                List.of(
                        "portio: stops the keeper with PID 4711",
                        "portio: until a keeper runs again, anybody can take the ports that it holds: 2",
                        "portio: temporary servers that will stop: 1",
                        "portio: nothing was changed"),
                refused.err().lines().toList());
        assertNotNull(cli.keeper.running);

        cli.answer = "yes";
        Cli.Result result = cli.run("keeper", "stop");
        assertEquals(0, result.code());
        assertEquals("Stopped the keeper." + END, result.out());
        assertNull(cli.keeper.running);
    }

    @Test
    void needsYesToStopTheKeeperWithoutATerminal() {
        cli.keeper.running = RUNNING;

        Cli.Result result = cli.run("keeper", "stop");

        assertEquals(2, result.code());
        assertTrue(result.err().contains("use --yes to continue"), result.err());
        assertNotNull(cli.keeper.running);
        assertEquals(0, cli.run("keeper", "stop", "--yes").code());
    }

    @ParameterizedTest
    @CsvSource({"0", "4"})
    void endsAsTheKeeperDoes(int code) {
        cli.served = code;

        assertEquals(new Cli.Result(code, "", ""), cli.run("keeper", "serve"));
    }

    @ParameterizedTest
    @CsvSource({"status", "stop --yes"})
    void saysThatTheKeeperCannotBeReached(String args) {
        cli.keeper.failure = new KeeperException("the keeper does not answer");

        Cli.Result result = cli.run(("keeper " + args).split(" "));

        assertEquals(new Cli.Result(4, "", "portio: the keeper does not answer" + END), result);
    }

    @Test
    void installsTheKeeper() throws IOException {
        RecordingRunner system =
                new RecordingRunner().answer("systemctl --user", "").answer("loginctl", "yes\n");
        cli.installation = installation(system);

        Cli.Result result = cli.run("keeper", "install");

        assertEquals(new Cli.Result(0, "The keeper starts when you log in (" + unit() + ")" + END, ""), result);
        assertTrue(Files.readString(unit()).contains("/opt/portio/portio\" keeper serve"));
    }

    @Test
    void saysWhereTheSystemDoesNotTakeTheKeeper() {
        cli.installation = installation(new RecordingRunner());

        Cli.Result result = cli.run("keeper", "install");

        assertEquals(4, result.code());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count());
        assertTrue(result.err().contains("/opt/portio/portio keeper serve"), result.err());
    }

    @Test
    void asksBeforeItUninstallsTheKeeper() {
        RecordingRunner system =
                new RecordingRunner().answer("systemctl --user", "").answer("loginctl", "yes\n");
        cli.installation = installation(system);
        cli.answer = "n";
        Cli.Result missing = cli.run("keeper", "uninstall");
        assertEquals(new Cli.Result(1, "", "portio: the keeper is not installed" + END), missing);

        cli.run("keeper", "install");
        assertEquals(4, cli.run("keeper", "uninstall").code());
        assertTrue(Files.exists(unit()));

        cli.answer = "y";
        Cli.Result result = cli.run("keeper", "uninstall");
        assertEquals(0, result.code());
        assertEquals("Uninstalled the keeper." + END, result.out());
        assertFalse(Files.exists(unit()));
    }

    @Test
    void needsYesToUninstallWithoutATerminal() {
        Cli.Result result = cli.run("keeper", "uninstall");

        assertEquals(2, result.code());
        assertTrue(result.err().contains("use --yes to continue"), result.err());
    }

    /** Returns the one of Linux, below a home that the test has made. */
    private KeeperInstallation installation(RecordingRunner system) {
        Places places = Places.of(Map.of(), "Linux", home);
        return new KeeperInstallation("Linux", home, Map.of(), Path.of("/opt/portio/portio"), places, system);
    }

    private Path unit() {
        return home.resolve(".config/systemd/user/portio-keeper.service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keeper              | which command? status, stop, serve | Try 'portio keeper --help'.",
                "keeper dance        | 'dance'                            | Try 'portio keeper --help'.",
                "keeper status extra | 'extra'                            | Try 'portio keeper status --help'."
            })
    void answersWrongUsageWithALineAndAHint(String args, String message, String hint) {
        Cli.Result result = cli.run(args.split(" +"));

        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains(message), result.err());
        assertTrue(result.err().strip().endsWith(hint), result.err());
    }

    @Test
    void helpsWithEachOfItsCommands() {
        assertTrue(cli.run("keeper", "--help").out().contains("uninstall"));
        assertTrue(cli.run("help", "keeper").out().contains("uninstall"));
        assertTrue(cli.run("help", "keeper", "stop").out().startsWith("Usage: portio keeper stop "));
        assertTrue(cli.run("keeper", "stop", "--help").out().startsWith("Usage: portio keeper stop "));
        assertTrue(cli.run("generate-completion").out().contains("uninstall"));
    }
}
