// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.cli.Cli.Result;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.reservation.ReservationStatus;

@EnabledOnOs(OS.LINUX)
class LeaseCommandTest {

    @TempDir
    private Path home;

    private Cli cli;

    @BeforeEach
    void makeCommandLine() {
        cli = new Cli();
        cli.runs = home;
    }

    @Test
    void commandFindsItsPortsInItsEnvironment() throws Exception {
        Path file = home.resolve("ports");
        Result result = cli.run(
                "lease", "2", "--as", "WEB", "--", "sh", "-c", "echo $PORTIO_PORT_1 $PORTIO_PORT_2 $WEB > " + file);

        assertEquals(0, result.code(), result.err());
        List<String> ports = List.of(Files.readString(file).strip().split(" "));
        assertEquals(3, ports.size());
        assertEquals(ports.get(0), ports.get(2));
        assertEquals(List.of(), cli.keeper.reservations.list());
    }

    @Test
    void withoutACommandItPrintsVariablesAndHoldsThePortsForATime() throws Exception {
        Result result = cli.run("lease", "2", "--for", "10m", "--udp", "--as", "A,B");

        List<ReservationStatus> held = cli.keeper.reservations.list();
        assertEquals(2, held.size());
        assertEquals(Protocol.UDP, held.getFirst().key().protocol());
        assertEquals(4, result.lines().size(), result.out());
        assertTrue(result.lines().getFirst().matches("PORTIO_PORT_1=\\d+"), result.out());
        assertEquals("", cli.run("servers").err());
        assertEquals(2, cli.keeper.reservations.list().size());
    }

    @Test
    void jsonNamesTheLease() throws Exception {
        Result result = cli.run("lease", "1", "--for", "10m", "--json");
        String run = cli.keeper.reservations.list().getFirst().reservation().run();
        assertTrue(result.out().contains("\"lease\":\"" + run + "\""), result.out());
    }

    @Test
    void endsWhenItsTimeIsOver() throws Exception {
        cli.run("lease", "1", "--for", "1s");
        Thread.sleep(1100);
        Result result = cli.run("servers");
        assertTrue(result.err().contains("has ended by time"), result.err());
        assertEquals(List.of(), cli.keeper.reservations.list());
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertEquals(2, cli.run("lease", "0", "--", "true").code());
        assertEquals(2, cli.run("lease", "1001", "--", "true").code());
        assertEquals(2, cli.run("lease", "1").code());
        assertEquals(2, cli.run("lease", "1", "--for", "1m", "--", "true").code());
        assertEquals(2, cli.run("lease", "1", "--as", "A,B", "--", "true").code());
        assertEquals(2, cli.run("lease", "1", "--as", "1A", "--", "true").code());
        assertEquals(2, cli.run("lease", "1", "true").code());
    }

    @Test
    void leasesPortsThatOutgoingConnectionsDoNotGet() {
        assertEquals(new PortRange(10_000, 32_767), LeaseRange.beside(new PortRange(32_768, 60_999)));
        assertEquals(new PortRange(50_001, 65_535), LeaseRange.beside(new PortRange(10_500, 50_000)));
        assertEquals(new PortRange(10_000, 65_535), LeaseRange.beside(new PortRange(1024, 65_000)));
    }
}
