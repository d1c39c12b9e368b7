// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.pf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.Rules;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.Rule;
import org.portio.testing.RecordingRunner;

/** The commands for macOS, on any system. */
class PfBackendTest {

    private static final BlockRequest BOTH =
            Rules.udp(9000, 9010).withDirection(Direction.BOTH).withVerdict(Verdict.DROP);
    private static final String TCP_LINE = "block return in quick on ! lo0 proto tcp from any to any port 8000"
            + " flags S/SA label \"portio:AAAAAAAAQACAAAAAAAAAAQ:0:ti8000\"";
    private static final String FOREIGN = "pass in quick proto tcp from any to any port = 22";

    @TempDir
    private Path directory;

    private final RecordingRunner runner = new RecordingRunner();
    private Path token;
    private PfBackend backend;

    @BeforeEach
    void create() {
        token = directory.resolve("token");
        backend = new PfBackend(runner, "Mac OS X", token);
    }

    private static PlannedCommand load(String... lines) {
        String input = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
        return new PlannedCommand(List.of("pfctl", "-a", "com.apple/portio", "-f", "-"), input);
    }

    @Test
    void theFirstBlockSwitchesItOnAndLoadsTheAnchor() throws Exception {
        runner.answer("pfctl -a com.apple/portio -sr", "");

        assertEquals(
                List.of(PlannedCommand.of("pfctl", "-E"), load(TCP_LINE)), backend.plan(Rules.add(Rules.tcp(8000))));
    }

    @Test
    void aProcessThatNeedsNoPortioEndsATimedBlock() throws Exception {
        runner.answer("pfctl -a com.apple/portio -sr", "");
        BlockRequest request = Rules.tcp(8000);
        long before = Instant.now().getEpochSecond();

        List<PlannedCommand> planned = backend.plan(
                new Change(List.of(new Rule(Rules.tag(1, request), request, Duration.ofMinutes(5))), List.of()));

        List<String> timer = planned.getFirst().command();
        assertEquals(List.of("sh", "-c"), timer.subList(0, 2));
        assertEquals("label \"portio:AAAAAAAAQACAAAAAAAAAAQ:0:ti8000\"", timer.get(4));
        long end = Long.parseLong(timer.get(5));
        assertTrue(end >= before + 300 && end <= Instant.now().getEpochSecond() + 300);
        assertEquals(List.of(PlannedCommand.of("pfctl", "-E"), load(TCP_LINE)), planned.subList(1, 3));
    }

    /** Runs a pfctl of the test: other lines stay, and the token is given back with the last block. */
    @Test
    void theProcessTakesExactlyTheLinesOfTheBlock() throws Exception {
        Path pfctl = directory.resolve("pfctl");
        Files.writeString(
                pfctl,
                "#!/bin/sh\ncd " + directory
                        + "\ncase \"$3\" in -sr) cat rules;; -f) cat > new; mv new rules;; esac\n");
        assertTrue(pfctl.toFile().setExecutable(true));
        Path rules = directory.resolve("rules");
        Files.writeString(rules, FOREIGN + "\n" + TCP_LINE + "\n");
        BlockRequest request = Rules.tcp(8000);
        Rule rule = new Rule(Rules.tag(1, request), request, Duration.ofSeconds(1));
        ProcessBuilder shell =
                new ProcessBuilder(PfTimer.of(rule, "com.apple/portio", token).command());
        shell.environment().merge("PATH", directory.toString(), (path, first) -> first + ":" + path);

        assertEquals(0, shell.start().waitFor(), "it waits in the background");

        Instant last = Instant.now().plusSeconds(60);
        while (Files.readString(rules).contains("8000") && Instant.now().isBefore(last)) {
            Thread.sleep(100);
        }
        assertEquals(FOREIGN + "\n", Files.readString(rules));
    }

    @Test
    void theOthersOfTheAnchorAreLoadedAgainAsTheyWere() throws Exception {
        runner.answer("pfctl -a com.apple/portio -sr", FOREIGN + "\n" + TCP_LINE + "\n");
        Files.writeString(token, "42\n");
        String label =
                " quick proto udp from any to any port 9000:9010 label \"portio:AAAAAAAAQACAAAAAAAAAAg:0:ub9000-9010\"";

        assertEquals(
                List.of(load(
                        FOREIGN,
                        TCP_LINE,
                        "block drop in" + label,
                        "pass in proto udp from any port 9000:9010 to any keep state label"
                                + " \"portio:AAAAAAAAQACAAAAAAAAAAg:0:ub9000-9010\"",
                        "block drop out" + label)),
                backend.plan(new Change(List.of(Rules.rule(2, BOTH.withLoopback(true))), List.of())));
    }

    @Test
    void theLastBlockGivesTheTokenBack() throws Exception {
        runner.answer("pfctl -a com.apple/portio -sr", TCP_LINE + "\n")
                .answer("pfctl -a com.apple/portio -sr", TCP_LINE + "\n")
                .answer("pfctl -a com.apple/portio -sr", TCP_LINE + "\n")
                .answer("pfctl -a com.apple/portio -sr", "")
                .answer("pfctl -a com.apple/portio -f", "")
                .answer("pfctl -X 42", "");
        Files.writeString(token, "42\n");

        backend.apply(Rules.remove(backend.list().getFirst()));

        assertTrue(runner.commands().contains("pfctl -X 42"));
        assertFalse(Files.exists(token));
    }

    @Test
    void theTokenIsKept() throws Exception {
        runner.answer("pfctl -a com.apple/portio -sr", "")
                .answer("pfctl -a com.apple/portio -sr", "")
                .answer("pfctl -a com.apple/portio -sr", TCP_LINE + "\n")
                .answer("pfctl -E", 0, "", "No ALTQ support in kernel\npf enabled\nToken : 18446743524\n")
                .answer("pfctl -a com.apple/portio -f", "");

        backend.apply(Rules.add(Rules.tcp(8000)));

        assertEquals("18446743524\n", Files.readString(token));
    }

    @Test
    void aLoadWithoutEffectIsAFailureAndLoadsWhatWasThere() throws Exception {
        runner.answer("pfctl -a com.apple/portio -sr", FOREIGN + "\n").answer("pfctl -a com.apple/portio -f", "");
        Files.writeString(token, "42\n");

        assertThrows(FirewallException.class, () -> backend.apply(Rules.add(Rules.tcp(8000))));
        assertEquals(FOREIGN + "\n", runner.calls().getLast().input());
    }

    @Test
    void aLabelIsReadAsItWasWrittenAndIsShortEnough() {
        BlockRequest longest = Rules.udp(10000, 65535).withDirection(Direction.BOTH);
        String label = PfRules.label(Rules.tag(1, longest)).replace(":0:", ":4294967294:");

        assertTrue(label.length() < 64, label);
        assertEquals(
                Optional.of(Rules.tag(3, BOTH)), PfRules.tag("x label \"" + PfRules.label(Rules.tag(3, BOTH)) + "\""));
        assertEquals(Optional.empty(), PfRules.tag(FOREIGN + " label \"portio:no\""));
    }

    @Test
    void isAbsentElsewhereAndWhereItsAnchorIsNotAsked() {
        assertEquals(
                Status.FOREIGN,
                new PfBackend(runner, "Linux", token).availability().status());
        assertEquals(Status.ABSENT, backend.availability().status());
        runner.answer("pfctl -sr", 1, "", "pfctl: /dev/pf: Permission denied\n")
                .answer("pfctl -sr", "pass all\n")
                .answer("pfctl -sr", "anchor \"com.apple/*\" all\n");
        assertEquals(Status.NO_PERMISSION, backend.availability().status());
        assertEquals(Status.ABSENT, backend.availability().status());
        assertEquals(Status.AVAILABLE, backend.availability().status());
    }
}
