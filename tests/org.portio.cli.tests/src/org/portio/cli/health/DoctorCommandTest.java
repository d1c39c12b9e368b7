// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.cli.FakeFirewall;
import org.portio.cli.Samples;
import org.portio.core.ConnectionException;
import org.portio.core.Obstacle;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.system.SetAside;
import org.portio.firewall.Availability;
import org.portio.firewall.Block;
import org.portio.firewall.FirewallException;
import org.portio.testing.FakeSource;

class DoctorCommandTest {

    private static void assertHas(String part, Cli.Result result) {
        assertTrue(result.out().contains(part), result.out());
    }

    @Test
    void saysWhatIsUsed() {
        Cli cli = new Cli(new FakeSource(Samples.WEB));

        Cli.Result result = cli.run("doctor");

        assertHas("ok  connections: read by the source 'fake'", result);
        assertHas("ok  rights: user ann; all socket owners are visible", result);
        assertHas("ok  firewall: ports are blocked with nftables", result);
        assertEquals("", result.err());
    }

    @Test
    void saysWhatIsHiddenAndWhatToDo() {
        Cli cli = new Cli(new FakeSource(Samples.SSH));

        Cli.Result result = cli.run("doctor");

        assertEquals(1, result.code());
        assertHas("[!] rights: user ann; owners of 1 socket hidden: run with privileges", result);
        assertHas("      try: sudo portio list", result);
    }

    @Test
    void goesOnWhereConnectionsCannotBeRead() {
        Cli cli = new Cli();
        cli.source.fail(new ConnectionException("no source works"));

        Cli.Result result = cli.run("doctor");

        assertEquals(1, result.code());
        assertHas("[!] connections: no source works", result);
        assertHas("keeper: ", result);
    }

    @Test
    void aDamagedFileIsToldByDoctorAndForADayByEveryCommandThatUsesIt() {
        Cli cli = new Cli();
        Path file = Path.of("/x/port_reservations.json");
        SetAside today = new SetAside(file, Path.of("/x/copy-2"), Instant.now(), "it is empty");
        cli.keeper.setAside = List.of(new SetAside(file, Path.of("/x/copy-1"), Instant.EPOCH, ""), today);

        Cli.Result doctor = cli.run("doctor");
        assertHas("[!] files: port_reservations.json was damaged; its content was kept in ", doctor);
        assertHas("[!] files: " + today.text(), doctor);

        assertEquals("portio: " + today.text() + "\n", cli.run("reservations").err());
    }

    @Test
    void aDamagedJournalOfTheFirewallIsToldByDoctorAndForADayByEveryCommandThatUsesIt() {
        Cli cli = new Cli();
        Path file = Path.of("/x/firewall_journal.json");
        SetAside old = new SetAside(file, Path.of("/x/copy-1"), Instant.EPOCH, "");
        SetAside today = new SetAside(file, Path.of("/x/copy-2"), Instant.now(), "it is empty");
        cli.firewall.damage = List.of(old, today);

        Cli.Result doctor = cli.run("doctor");
        assertHas("[!] files: " + old.text(), doctor);
        assertHas("[!] files: " + today.text(), doctor);

        assertEquals("portio: " + today.text() + "\n", cli.run("blocks").err());
    }

    @Test
    void blocksThatCannotBeSeenAreNeverWell() {
        Cli cli = new Cli(new FakeSource(Samples.WEB));
        cli.firewall.failure = new FirewallException(FirewallException.Kind.PERMISSION, "using it needs root");

        Cli.Result denied = cli.run("doctor");
        assertEquals(1, denied.code());
        assertHas("[!] blocks: cannot tell whether any are in force: using it needs root", denied);
        assertHas("      try: sudo portio blocks", denied);

        cli.firewall.failure = null;
        cli.firewall.add("8080", Protocol.TCP, "1000", Block.State.UNVERIFIED);
        Cli.Result elsewhere = cli.run("doctor");
        assertEquals(1, elsewhere.code());
        assertHas("[!] blocks: 0 in force, 1 that cannot be seen from here", elsewhere);
    }

    @Test
    void anOverriddenBlockIsNotWell() {
        Cli cli = new Cli(new FakeSource(Samples.WEB));
        Block block = cli.firewall.add("8080", Protocol.TCP, "1000", Block.State.OVERRIDDEN);
        cli.firewall.blocks.set(0, block.overriddenBy("chain inet portio inbound: accept"));

        Cli.Result result = cli.run("doctor");
        assertEquals(1, result.code());
        assertHas(
                "[!] blocks: 1 of 1 overridden: the block of TCP 8080 inbound is preceded by"
                        + " chain inet portio inbound: accept",
                result);
    }

    @Test
    void rootIsToldWhichCapabilityIsMissing() {
        Snapshot hidden = new Snapshot(
                Instant.EPOCH,
                "fake",
                List.of(Samples.SSH),
                List.of(),
                Set.of(Obstacle.CAP_SYS_PTRACE, Obstacle.PID_NAMESPACE));
        FakeSource source = new FakeSource();
        source.show(hidden);

        Cli.Result result = new Cli(source).run("doctor");

        assertHas("      try: give the container or service CAP_SYS_PTRACE, or run PortIO outside it", result);
    }

    @Test
    void firewallsOfOtherSystemsAreLeftOut() {
        Cli cli = new Cli(new FakeSource(Samples.WEB));
        cli.backends = List.of(
                new FakeFirewall.Backend(new Availability(Availability.Status.FOREIGN, "pf is for macOS")),
                new FakeFirewall.Backend(new Availability(Availability.Status.ABSENT, "nft was not found")));

        assertHas("[!] firewall: nft was not found\n", cli.run("doctor"));
    }

    @Test
    void rightsAreOfferedOnlyForAFirewallThatIsThere() {
        Cli cli = new Cli(new FakeSource(Samples.WEB));
        Availability absent = new Availability(Availability.Status.ABSENT, "nft was not found");
        cli.backends = List.of(new FakeFirewall.Backend(absent));

        assertHas("      try: install a firewall program first: nftables, or iptables\n", cli.run("doctor"));

        Availability denied = new Availability(Availability.Status.NO_PERMISSION, "iptables needs root");
        cli.backends = List.of(new FakeFirewall.Backend(absent), new FakeFirewall.Backend(denied));

        assertHas("      try: sudo portio doctor\n", cli.run("doctor"));
    }
}
