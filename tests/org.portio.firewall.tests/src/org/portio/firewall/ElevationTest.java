// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.CommandRunner;
import org.portio.core.Places;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.internal.ElevationHost;
import org.portio.firewall.internal.HelperBackend;
import org.portio.firewall.internal.NotingBackend;

class ElevationTest {

    private static final Path PROGRAM = Path.of("/opt/portio/portio");

    private final NotingBackend first = new NotingBackend("first");
    private final NotingBackend second = new NotingBackend("second");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Linux      | :0 | pkexec,sudo | true  | pkexec",
                "Linux      | '' | pkexec,sudo | true  | sudo --",
                "Linux      | '' | pkexec,sudo | false | sudo -n --",
                "Linux      | :0 | sudo        | false | sudo -n --",
                "Linux      | '' | pkexec      | true  | -",
                "Linux      | :0 | ''          | true  | -",
                "Mac OS X   | '' | sudo        | true  | sudo --",
                "Windows 11 | '' | sudo        | true  | -"
            })
    void choosesTheWayThatWorksHere(String os, String display, String installed, boolean terminal, String way) {
        List<String> expected = way == null ? null : List.of((way + " /opt/portio/portio firewall-helper").split(" "));

        Elevation elevation = elevation(os, display, Set.of(installed.split(",")), terminal, PROGRAM);

        assertEquals(expected, elevation.prefix().orElse(null));
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
        Firewall firewall = Firewalls.over(List.of(first.contributed()), null, withSudo(), Places.ofSystem());

        assertFalse(firewall.backend() instanceof HelperBackend);
        assertEquals(Status.NO_PERMISSION, firewall.availability().status());
        assertTrue(
                firewall.availability().explanation().contains("comes from another bundle"),
                firewall.availability().explanation());
    }

    @Test
    void oneThatCanBeElevatedComesBeforeOneThatCannot() throws Exception {
        first.status = Status.NO_PERMISSION;
        second.status = Status.NO_PERMISSION;

        FirewallBackend chosen = Firewalls.over(
                        List.of(first.contributed(), second), null, withSudo(), Places.ofSystem())
                .backend();

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
        Firewall firewall = Firewalls.over(List.of(first, second), null, withSudo(), Places.ofSystem());

        firewall.backend();
        firewall.backend();

        assertEquals(1, first.questions);
        assertEquals(0, second.questions);
    }

    @Test
    void sudoAsksInAWindowWhereTheUserHasNamedAProgramForThat() {
        ElevationHost host = new ElevationHost(
                Map.of("DISPLAY", ":0", "SUDO_ASKPASS", "/usr/bin/ssh-askpass"), "Linux", "sudo"::equals, () -> false);
        Elevation elevation = new Elevation(host, null, PROGRAM);
        assertEquals(
                List.of("sudo", "-A", "--", PROGRAM.toString(), Elevation.HELPER),
                elevation.prefix().orElseThrow());
    }

    private FirewallBackend chosen(String name, Elevation elevation) throws FirewallException {
        return Firewalls.over(List.of(first, second), name, elevation, Places.ofSystem())
                .backend();
    }

    private static Elevation withSudo() {
        return elevation("Linux", "", Set.of("sudo"), true, PROGRAM);
    }

    private static Elevation elevation(
            String os, String display, Set<String> installed, boolean terminal, Path program) {
        CommandRunner none = (_, _, _) -> {
            throw new AssertionError("nothing is to be run");
        };
        ElevationHost host = new ElevationHost(Map.of("DISPLAY", display), os, installed::contains, () -> terminal);
        return new Elevation(host, none, program);
    }
}
