// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ufw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.PortioException.Kind;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.Captured;
import org.portio.firewall.internal.Rules;
import org.portio.firewall.spi.AppliedRule;
import org.portio.testing.RecordingRunner;

class UfwBackendTest {

    private static final String TAG = "portio:v1:00000000-0000-4000-8000-000000000001:0:";
    private static final String EMPTY = "*filter\n### RULES ###\n### END RULES ###\nCOMMIT\n";

    @TempDir
    private Path root;

    private final RecordingRunner runner = new RecordingRunner();
    private UfwBackend backend;

    @BeforeEach
    void create() throws IOException {
        Files.createDirectories(root.resolve("etc/ufw"));
        Files.writeString(root.resolve("etc/ufw/ufw.conf"), "ENABLED=yes\n");
        files(EMPTY);
        backend = new UfwBackend(runner, root);
    }

    private void files(String text) throws IOException {
        Files.writeString(root.resolve("etc/ufw/user.rules"), text);
        Files.writeString(root.resolve("etc/ufw/user6.rules"), text.replace("0.0.0.0/0", "::/0"));
    }

    private static List<String> lines(List<PlannedCommand> plan) {
        return plan.stream().map(command -> String.join(" ", command.command())).toList();
    }

    @Test
    void aBlockComesBeforeWhatUsersAllow() throws Exception {
        assertEquals(
                List.of(
                        "ufw prepend reject in proto tcp to any port 8000 comment " + TAG + "tcp:8000:inbound",
                        "ufw prepend deny in proto udp to any port 9000:9010 comment " + TAG.replace("1:0:", "2:0:")
                                + "udp:9000-9010:both",
                        "ufw prepend deny out proto udp to any port 9000:9010 comment " + TAG.replace("1:0:", "2:0:")
                                + "udp:9000-9010:both"),
                lines(backend.plan(Rules.add(
                        Rules.tcp(8000),
                        Rules.udp(9000, 9010).withVerdict(Verdict.DROP).withDirection(Direction.BOTH)))));
    }

    @Test
    void findsItsOwnRulesAmongThoseOfOthersAndDeletesNoOther() throws Exception {
        files(Captured.text("ufw-user.rules.txt"));

        List<AppliedRule> rules = backend.list();

        assertEquals(2, rules.size());
        assertEquals(
                List.of("deny out udp 9000:9010", "deny in udp 9000:9010"),
                rules.getFirst().handles());
        assertEquals(
                List.of("ufw delete reject in proto tcp to any port 8000"),
                lines(backend.plan(Rules.remove(rules.getLast()))));
    }

    @Test
    void aRuleOfTheSameKindOfSomebodyElseIsNotReplaced() throws Exception {
        files(Captured.text("ufw-user.rules.txt"));

        FirewallException e = assertThrows(FirewallException.class, () -> backend.plan(Rules.add(Rules.tcp(7000))));
        assertEquals(Kind.UNSUPPORTED, e.kind());
        assertThrows(FirewallException.class, () -> backend.plan(Rules.add(Rules.tcp(6000))));
    }

    @Test
    void aBlockOnOneFamilyAloneIsNone() throws Exception {
        files(Captured.text("ufw-user.rules.txt"));
        Files.writeString(root.resolve("etc/ufw/user6.rules"), EMPTY);

        assertEquals(List.of(), backend.list());
    }

    @Test
    void successWithoutEffectIsAFailure() {
        runner.answer("ufw prepend", "Rule added\nRule added (v6)\n");

        assertThrows(FirewallException.class, () -> backend.apply(Rules.add(Rules.tcp(8000))));
        assertEquals(1, runner.calls().size());
    }

    @Test
    void aFileThatIsNotAllThereIsAFailureAndSoIsNone() throws Exception {
        String whole = Captured.text("ufw-user.rules.txt");
        files(whole.substring(0, whole.indexOf("### END")));
        assertThrows(FirewallException.class, backend::list);

        Files.delete(root.resolve("etc/ufw/user.rules"));
        assertThrows(FirewallException.class, backend::list);
    }

    @Test
    void isNeverTakenUnaskedAndSaysWhatItLacks() throws Exception {
        assertTrue(!backend.isAutomatic());
        assertEquals(Status.ABSENT, backend.availability().status());

        runner.answer("ufw --version", "ufw 0.36.2\n")
                .answer("ufw status", 1, "", "ERROR: You need to be root to run this script\n");
        assertEquals(Status.NO_PERMISSION, backend.availability().status());

        Files.writeString(root.resolve("etc/ufw/ufw.conf"), "ENABLED=no\n");
        assertEquals(Status.ABSENT, backend.availability().status());
    }
}
