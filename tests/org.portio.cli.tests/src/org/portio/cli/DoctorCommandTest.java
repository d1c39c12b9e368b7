// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.ConnectionException;
import org.portio.core.SetAside;
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
        assertHas("ok  rights: user ann; no owner of a socket is hidden", result);
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
        cli.source.fail(new ConnectionException("no source works", null));

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
        assertHas("[!] files: port_reservations.json was damaged; what was in it is kept in ", doctor);
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
}
