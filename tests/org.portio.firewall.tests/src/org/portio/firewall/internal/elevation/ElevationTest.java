// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.NotingBackend;
import org.portio.firewall.internal.selection.BackendSelection;
import org.portio.firewall.internal.selection.Backends;
import org.portio.firewall.internal.selection.Backends.Chosen;
import org.portio.firewall.internal.selection.SelectedBackends;
import org.portio.firewall.spi.FirewallBackend;

class ElevationTest {

    private static final Path PROGRAM = Path.of("/opt/portio/portio");

    @TempDir
    private Path root;

    /** The exit code of pkcheck: a password gives the right. Null if it does not answer. */
    private Integer polkit = 2;

    private final NotingBackend first = new NotingBackend("first");
    private final NotingBackend second = new NotingBackend("second");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Linux      | :0 | pkexec,pkcheck,sudo | true  | pkexec --disable-internal-agent; sudo --",
                "Linux      | :0 | pkexec,pkcheck      | true  | pkexec",
                "Linux      | :0 | pkexec,sudo         | true  | sudo --",
                "Linux      | '' | pkexec,pkcheck,sudo | true  | sudo --",
                "Linux      | '' | pkexec,pkcheck,sudo | false | sudo -n --",
                "Linux      | :0 | sudo                | false | sudo -n --",
                "Linux      | '' | pkexec,pkcheck      | true  | ''",
                "Linux      | :0 | ''                  | true  | ''",
                "Mac OS X   | '' | sudo                | true  | sudo --",
                "Windows 11 | '' | sudo                | true  | ''"
            })
    void choosesTheWaysThatACommandMayHave(String os, String display, String installed, boolean terminal, String ways) {
        assertEquals(ways, text(elevation(os, display, Set.of(installed.split(",")), terminal, PROGRAM)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                ":0 | pkexec,pkcheck,sudo | pkexec --disable-internal-agent; sudo -S -p [portio wants the password] --",
                ":0 | pkexec,pkcheck      | pkexec --disable-internal-agent",
                ":0 | sudo                | sudo -S -p [portio wants the password] --",
                ":0 | ''                  | ''",
            })
    void asksInAWindowAlsoIfItWasStartedInATerminal(String display, String installed, String ways) {
        Elevation elevation = elevation("Linux", display, Set.of(installed.split(",")), true, PROGRAM);

        assertEquals(ways, text(elevation.inWindow(_ -> Optional.empty())));
    }

    @Test
    void asksNobodyInAWindowWithoutAPrompt() {
        assertEquals("sudo -n --", text(withSudo().inWindow(null)));
    }

    @Test
    void asksNobodyForWhatIsOnlyLookedAt() {
        Elevation elevation = elevation("Linux", ":0", Set.of("pkexec", "pkcheck", "sudo"), true, PROGRAM);

        assertEquals(
                "sudo -n --", text(elevation.inWindow(_ -> Optional.empty()).unasked()));
    }

    /** Exit codes 1 and 127: the user never gets the right, and no service answers. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 126, 127})
    void leavesPkexecOutIfPolkitWouldNotGrantIt(int pkcheck) {
        polkit = pkcheck;

        assertEquals("sudo --", text(elevation("Linux", ":0", Set.of("pkexec", "pkcheck", "sudo"), true, PROGRAM)));
    }

    @Test
    void leavesPkexecOutIfPolkitHangs() {
        polkit = null;

        assertEquals("sudo --", text(elevation("Linux", ":0", Set.of("pkexec", "pkcheck", "sudo"), true, PROGRAM)));
    }

    private String text(Elevation elevation) {
        return elevation.ways().stream()
                .map(way -> String.join(" ", way.command()))
                .peek(command -> assertTrue(command.endsWith(" /opt/portio/portio firewall-helper"), command))
                .map(command -> command.substring(0, command.length() - " /opt/portio/portio firewall-helper".length()))
                .collect(Collectors.joining("; "));
    }

    @Test
    void asksForNothingWhereABackendMayBeUsedAsItIs() throws Exception {
        first.status = Status.NO_PERMISSION;

        assertSame(second, chosen(null, withSudo()));
    }

    @Test
    void elevatesTheFirstThatLacksNothingButThePermission() throws Exception {
        first.status = Status.ABSENT;
        second.status = Status.NO_PERMISSION;

        FirewallBackend chosen = chosen(null, withSudo());

        assertInstanceOf(HelperBackend.class, chosen);
        assertEquals("second", chosen.name());
    }

    @Test
    void elevatesTheChosenOneAlsoWhereAnotherWorks() throws Exception {
        second.status = Status.NO_PERMISSION;
        second.automatic = false;

        assertInstanceOf(HelperBackend.class, chosen("second", withSudo()));
    }

    @Test
    void elevatesNoneThatIsTakenOnlyByName() {
        first.status = Status.NO_PERMISSION;
        first.automatic = false;
        second.status = Status.ABSENT;

        assertThrows(FirewallException.class, () -> chosen(null, withSudo()));
    }

    @Test
    void backendOfAnotherBundleIsNotElevatedAndSaysSoBeforeItFails() throws Exception {
        first.status = Status.NO_PERMISSION;
        Chosen chosen = selection(withSudo(), first.contributed()).choose(null);

        assertFalse(chosen.backend() instanceof HelperBackend);
        assertEquals(Status.NO_PERMISSION, chosen.availability().status());
        assertTrue(
                chosen.availability().message().contains("comes from an extension"),
                chosen.availability().message());
    }

    @Test
    void oneThatCanBeElevatedComesBeforeOneThatCannot() throws Exception {
        first.status = Status.NO_PERMISSION;
        second.status = Status.NO_PERMISSION;

        FirewallBackend chosen =
                selection(withSudo(), first.contributed(), second).choose(null).backend();

        assertInstanceOf(HelperBackend.class, chosen);
        assertEquals("second", chosen.name());
    }

    @Test
    void leavesThemWhereThereIsNoWay() throws Exception {
        first.status = Status.NO_PERMISSION;
        second.status = Status.ABSENT;

        assertSame(first, chosen(null, elevation("Linux", "", Set.of(), true, PROGRAM)));
        assertSame(first, chosen(null, elevation("Linux", "", Set.of("sudo"), true, null)));
    }

    @Test
    void asksForTheStateOfABackendOnceInACommand() throws Exception {
        Backends once = new SelectedBackends(selection(withSudo(), first, second), () -> null, true);

        once.chosen();
        once.chosen();

        assertEquals(1, first.questions);
        assertEquals(0, second.questions);
    }

    @Test
    void sudoAsksByTheProgramThatTheUserHasNamed() throws IOException {
        Path askpass = program("my-askpass");
        Elevation elevation =
                new Elevation(host(Map.of("DISPLAY", ":0", "SUDO_ASKPASS", askpass.toString()), false), null, PROGRAM);
        String expected = "env SUDO_ASKPASS=" + askpass + " sudo -A --";

        assertEquals(expected, text(elevation));
        assertEquals(expected, text(elevation.inWindow(_ -> Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usr/bin/ssh-askpass", "usr/bin/ksshaskpass", "usr/bin/lxqt-openssh-askpass"})
    void sudoAsksInAWindowByWhatTheSystemHas(String name) throws IOException {
        Path askpass = program(name);
        Elevation elevation = new Elevation(host(Map.of("DISPLAY", ":0"), false), null, PROGRAM);

        assertEquals("env SUDO_ASKPASS=" + askpass + " sudo -A --", text(elevation.inWindow(_ -> Optional.empty())));
        assertEquals("sudo -n --", text(elevation), "a script must not wait for a window");
    }

    @Test
    void aNamedProgramThatIsNotThereAsksNobody() {
        Elevation elevation =
                new Elevation(host(Map.of("DISPLAY", ":0", "SUDO_ASKPASS", root + "/none"), false), null, PROGRAM);

        assertEquals("sudo -n --", text(elevation));
    }

    private Path program(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    private ElevationHost host(Map<String, String> environment, boolean terminal) {
        return new ElevationHost(environment, "Linux", "sudo"::equals, () -> terminal, root);
    }

    private FirewallBackend chosen(String name, Elevation elevation) throws FirewallException {
        return selection(elevation, first, second).choose(name).backend();
    }

    private static BackendSelection selection(Elevation elevation, FirewallBackend... backends) {
        return new BackendSelection(List.of(backends), elevation);
    }

    private Elevation withSudo() {
        return elevation("Linux", "", Set.of("sudo"), true, PROGRAM);
    }

    private Elevation elevation(String os, String display, Set<String> installed, boolean terminal, Path program) {
        ElevationHost host =
                new ElevationHost(Map.of("DISPLAY", display), os, installed::contains, () -> terminal, root);
        CommandRunner pkcheck = (command, _, limit) -> {
            assertEquals("pkcheck", command.getFirst());
            assertTrue(limit.toSeconds() <= 5, limit.toString());
            if (polkit == null) {
                throw new IOException("pkcheck did not finish within 5 s");
            }
            return new CommandRunner.Result(polkit, "", "");
        };
        return new Elevation(host, pkcheck, program);
    }
}
