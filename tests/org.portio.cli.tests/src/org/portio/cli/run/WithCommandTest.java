// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.testrun.Holding;
import org.portio.testrun.OpenRun;
import org.portio.testrun.RunReport;
import org.portio.testrun.TestRun;

/** Runs real programs; what PortIO makes is made up. */
@EnabledOnOs(OS.LINUX)
class WithCommandTest {

    @TempDir
    private Path home;

    private Cli cli;

    @BeforeEach
    void makeCommandLine() {
        cli = new Cli();
        cli.runs = home;
    }

    @Test
    void hasTheExitCodeOfItsCommand() throws Exception {
        Result result = cli.run("with", "--", "sh", "-c", "exit 3");

        assertEquals(3, result.code());
        assertTrue(cli.standsIn);
        assertTrue(result.err().contains("has ended with exit code 3"), result.err());
        assertEquals(
                List.of(),
                cli.runs().runs().list().stream()
                        .filter(report -> report.end() == RunReport.End.RUNS)
                        .toList());
    }

    @Test
    void commandFindsTheRunInItsEnvironment() throws Exception {
        Path file = home.resolve("id");
        cli.run("with", "--", "sh", "-c", "printf %s \"$PORTIO_RUN\" > " + file);

        RunReport report = cli.runs().runs().list().getFirst();
        assertEquals(report.run().id(), Files.readString(file));
        assertEquals(0, report.exitCode());
    }

    @Test
    void startsAKeeperForItsCommandAndStopsIt() {
        cli.run("with", "--", "true");
        assertEquals(null, cli.keeper.running);
    }

    @Test
    void leavesAKeeperThatRanBefore() throws Exception {
        cli.keeper.start();
        cli.run("with", "--", "true");
        assertTrue(cli.keeper.running != null);
    }

    @Test
    void saysWhichProgramDoesNotExist() {
        Result result = cli.run("with", "--", "no-such-program");
        assertEquals(4, result.code());
        assertTrue(result.err().contains("no-such-program"), result.err());
    }

    @Test
    void wantsACommandBehindTheDelimiter() {
        assertEquals(2, cli.run("with").code());
        assertEquals(2, cli.run("with", "--").code());
        assertEquals(2, cli.run("with", "true").code());
        assertEquals(2, cli.run("with", "true", "--", "true").code());
    }

    @Test
    void refusesAReportThatCannotBeWrittenBeforeItStarts() {
        Path started = home.resolve("started");
        Result result = cli.run(
                "with", "--report", home.resolve("none/report.xml").toString(), "--", "touch", started.toString());
        assertEquals(4, result.code());
        assertTrue(result.err().contains("does not exist; create it first"), result.err());
        assertFalse(Files.exists(started));
    }

    @Test
    void writesReportsInTheFormOfTheirNames() throws Exception {
        Path xml = home.resolve("r.xml");
        Path text = home.resolve("r.txt");
        Result result = cli.run("with", "--json", "--report", xml + "," + text, "--", "true");

        assertTrue(Files.readString(xml).startsWith("<?xml"), Files.readString(xml));
        assertTrue(Files.readString(text).contains("has ended with exit code 0"), Files.readString(text));
        assertTrue(result.out().startsWith("{\"schema\":1,\"run\":{"), result.out());
    }

    @Test
    void nextCommandRevertsARunThatWasKilledAndSaysSo() throws Exception {
        kill("TCP 8080 inbound");

        Result result = cli.run("servers");

        assertTrue(result.err().contains("was killed"), result.err());
        assertTrue(result.err().contains("reverted: block TCP 8080 inbound"), result.err());
        assertEquals(List.of(), cli.firewall.blocks);
        assertEquals("", cli.run("servers").err());
    }

    private void kill(String what) throws Exception {
        OpenRun run = begin();
        cli.runs().runs().mark(run.id(), Holding.Kind.BLOCK);
        BlockRequest request =
                BlockRequest.of(PortRange.parse("8080"), Protocol.TCP).withRun(run.id());
        assertEquals(what, request.toString());
        cli.firewall.add(request, "1000", Block.State.ACTIVE);
        run.close();
    }

    private OpenRun begin() throws Exception {
        return cli.runs().runs().begin(TestRun.Kind.WITH, List.of("mvn"), "", false);
    }

    @Test
    void whatIsMadeWithinARunBelongsToIt() throws Exception {
        try (OpenRun run = begin()) {
            cli.run = run.id();
            cli.run("block", "8080", "TCP", "--yes");
            assertEquals(run.id(), cli.firewall.blocks.getFirst().request().run());

            cli.run("reserve", "8081", "TCP");
            assertTrue(cli.keeper
                    .reservations
                    .list()
                    .getFirst()
                    .reservation()
                    .run()
                    .equals(run.id()));
        }
    }

    @Test
    void nothingIsMadeForARunThatHasEnded() throws Exception {
        OpenRun run = begin();
        run.close();
        cli.run = run.id();

        Result result = cli.run("block", "8080", "TCP", "--yes");

        assertEquals(4, result.code());
        assertTrue(result.err().contains("has ended"), result.err());
        assertEquals(List.of(), cli.firewall.blocks);
    }

    @Test
    void aRunOfAnotherHomeOwnsNothingHere() {
        cli.run = "another-1-2";
        Result result = cli.run("block", "8080", "TCP", "--yes");
        assertEquals(0, result.code());
        assertTrue(result.err().contains("is not one of this PORTIO_HOME"), result.err());
        assertEquals("", cli.firewall.blocks.getFirst().request().run());
    }
}
