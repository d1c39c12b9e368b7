// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.HelperSamples;
import org.portio.firewall.internal.NotingBackend;
import org.portio.firewall.internal.helper.HelperServer;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.spi.Change;

class HelperBackendTest {

    @TempDir
    private Path folder;

    private static final List<String> SUDO = List.of("sudo", "-n", "--", "/opt/portio/portio", "firewall-helper");
    private static final Change CHANGE = new Change(List.of(HelperSamples.RULE), List.of(HelperSamples.OTHER_THERE));

    private final NotingBackend direct = new NotingBackend("one");
    private final NotingBackend privileged = new NotingBackend("one");
    private final HelperBackend backend = over(direct, SUDO, this::answer);
    private String greeting = "";
    private int calls;

    @Test
    void listsThroughTheHelper() throws FirewallException {
        privileged.rules.addAll(List.of(HelperSamples.THERE, HelperSamples.OTHER_THERE));

        assertEquals(privileged.rules, backend.list());
    }

    @Test
    void plansAndAppliesThroughTheHelper() throws FirewallException {
        privileged.rules.add(HelperSamples.OTHER_THERE);

        assertEquals(privileged.plan(CHANGE), backend.plan(CHANGE));
        backend.apply(CHANGE);

        assertEquals(List.of(CHANGE), privileged.changes);
        assertEquals(List.of(), direct.changes);
    }

    @Test
    void asksForNoPrivilegesToChangeNothing() throws FirewallException {
        Change nothing = new Change(List.of(), List.of());

        assertEquals(List.of(), backend.plan(nothing));
        backend.apply(nothing);

        assertEquals(0, calls);
    }

    @Test
    void isAvailableWhereNothingButThePermissionIsMissing() {
        direct.status = Status.NO_PERMISSION;
        assertEquals("one, as root through sudo", backend.availability().message());
        assertTrue(backend.availability().isAvailable());
        direct.status = Status.ABSENT;
        assertFalse(backend.availability().isAvailable());
        assertEquals(direct.capabilities(), backend.capabilities());
    }

    @Test
    void findsTheAnswerBehindWhatSudoGreetsWith() throws FirewallException {
        greeting = "Your password will expire in 3 days.\n{\"ok\":true}\n";

        backend.apply(CHANGE);

        assertEquals(1, privileged.changes.size());
    }

    @ParameterizedTest
    @CsvSource({"PERMISSION", "REFUSED", "UNSUPPORTED", "FAILED"})
    void failsAsTheHelperDoes(Kind kind) {
        privileged.failure = new FirewallException(kind, "on purpose");

        FirewallException failure = assertThrows(FirewallException.class, () -> backend.apply(CHANGE));

        assertEquals(kind, failure.kind());
        assertEquals("on purpose", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{",
                "{}",
                "{\"ok\":true}",
                "{\"ok\":\"yes\"}",
                "{\"ok\":true,\"rules\":[{}],\"commands\":[]}",
                "{\"ok\":true,\"rules\":[{\"tag\":\"docker\",\"handles\":[],\"hits\":1,\"state\":\"IN_FORCE\"}],\"commands\":[]}",
                "{\"ok\":false,\"kind\":\"NEW\",\"message\":\"?\"}"
            })
    void takesNothingElseForAnAnswer(String out) {
        FirewallException failure = failure(SUDO, 0, out, "what it complained about\nlast words\n");

        assertEquals(Kind.FAILED, failure.kind());
        assertEquals(
                "the firewall helper, run through sudo, gave no answer; exit code 0: last words", failure.getMessage());
    }

    @Test
    void doesNotTakeSuccessFromAHelperThatFailed() {
        String done = HelperAnswer.done().json();

        assertEquals(Kind.FAILED, failure(SUDO, 137, done, "").kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sudo   | 1   | sudo: a password is required  | PERMISSION | sudo did not grant privileges: sudo: a"
                        + " password",
                "sudo   | 127 | sudo: portio: not found       | FAILED     | exit code 127: sudo: portio: not found",
                "sudo   | 70  | portio: internal error        | FAILED     | exit code 70",
                "pkexec | 126 | Request dismissed             | PERMISSION | the request for privileges was dismissed",
                "pkexec | 127 | Error: Not authorized         | PERMISSION | pkexec did not grant privileges: Error: Not",
                "pkexec | 1   | portio: something             | FAILED     | exit code 1"
            })
    void tellsWhoRefusedAndHow(String elevator, int code, String err, Kind kind, String message) {
        FirewallException failure = failure(List.of(elevator, "portio", "firewall-helper"), code, "", err);

        assertEquals(kind, failure.kind());
        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }

    @Test
    void takesTheNextWayIfPkexecCanAskNobody() throws FirewallException {
        HelperBackend backend = new HelperBackend(direct, List.of(pkexec(127), way(SUDO, this::answer)));

        backend.apply(CHANGE);

        assertEquals(1, privileged.changes.size());
    }

    @Test
    void asksInNoOtherWayIfTheUserHasClosedTheQuestion() {
        HelperBackend backend = new HelperBackend(direct, List.of(pkexec(126), way(SUDO, this::answer)));

        FirewallException failure = assertThrows(FirewallException.class, () -> backend.apply(CHANGE));

        assertEquals(Kind.PERMISSION, failure.kind());
        assertEquals(0, calls);
    }

    private static Way pkexec(int exitCode) {
        return way(
                List.of("pkexec", "portio", "firewall-helper"),
                (_, _, _) -> new CommandRunner.Result(exitCode, "", "No authentication agent found."));
    }

    private static Way way(List<String> command, CommandRunner runner) {
        return new Way(command, runner, Duration.ofMinutes(1));
    }

    @Test
    void saysThatTheElevatorCannotBeRun() {
        HelperBackend broken = over(SUDO, (_, _, _) -> {
            throw new IOException("sudo did not finish within 60 s");
        });

        FirewallException failure = assertThrows(FirewallException.class, broken::list);

        assertEquals(Kind.FAILED, failure.kind());
        assertEquals("cannot run sudo: sudo did not finish within 60 s", failure.getMessage());
    }

    private static FirewallException failure(List<String> helper, int code, String out, String err) {
        HelperBackend backend = over(helper, (_, _, _) -> new CommandRunner.Result(code, out, err));
        return assertThrows(FirewallException.class, backend::list);
    }

    private static HelperBackend over(List<String> helper, CommandRunner runner) {
        return over(new NotingBackend("one"), helper, runner);
    }

    private static HelperBackend over(NotingBackend direct, List<String> helper, CommandRunner runner) {
        return new HelperBackend(direct, List.of(way(helper, runner)));
    }

    /** Answers as a helper process would. */
    private CommandRunner.Result answer(List<String> command, String input, Duration limit) throws IOException {
        calls++;
        assertEquals(SUDO, command);
        assertEquals(Duration.ofMinutes(1), limit);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new HelperServer(List.of(privileged), Map.of("SUDO_UID", "1000"), Set.of(), new Tombstones(folder))
                .serve(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
        return new CommandRunner.Result(code, greeting + out.toString(StandardCharsets.UTF_8), "");
    }
}
