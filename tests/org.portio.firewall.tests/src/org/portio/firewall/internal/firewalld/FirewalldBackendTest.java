// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.firewalld;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.PortioException.Kind;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.Captured;
import org.portio.firewall.internal.Rules;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.testing.RecordingRunner;

class FirewalldBackendTest {

    private static final String TAG = "portio:v1:00000000-0000-4000-8000-000000000001:0:udp:9000-9010:inbound";

    @TempDir
    private Path root;

    private final RecordingRunner runner = new RecordingRunner();

    private FirewalldBackend backend() {
        return new FirewalldBackend(runner, root);
    }

    private List<String> planned(Change change) throws FirewallException {
        return backend().plan(change).stream()
                .map(command -> String.join(" ", command.command()))
                .toList();
    }

    @Test
    void aBlockIsAPolicyOfItsOwn() throws Exception {
        String policy = "firewall-cmd --permanent --policy portio-i-00000001 ";
        assertEquals(
                List.of(
                        "firewall-cmd --permanent --new-policy portio-i-00000001",
                        policy + "--set-description " + TAG,
                        policy + "--add-ingress-zone ANY",
                        policy + "--add-egress-zone HOST",
                        policy + "--set-priority -100",
                        policy + "--add-rich-rule rule family=\"ipv4\" port port=\"9000-9010\" protocol=\"udp\" reject",
                        policy + "--add-rich-rule rule family=\"ipv6\" port port=\"9000-9010\" protocol=\"udp\" reject",
                        "firewall-cmd --reload"),
                planned(Rules.add(Rules.udp(9000, 9010))));
    }

    @Test
    void findsItsOwnPoliciesAmongThoseOfOthersAndDeletesNoOther() throws Exception {
        runner.answer("firewall-cmd -v --list-all-policies", Captured.text("firewalld-policies.txt"));

        List<AppliedRule> rules = backend().list();

        assertEquals(1, rules.size());
        assertEquals(
                List.of("portio-i-00000001", "portio-o-00000001"),
                rules.getFirst().handles());
        assertEquals(
                List.of(
                        "firewall-cmd --permanent --delete-policy portio-i-00000001",
                        "firewall-cmd --permanent --delete-policy portio-o-00000001",
                        "firewall-cmd --reload"),
                planned(Rules.remove(rules.getFirst())));
    }

    @Test
    void aListThatEndsTooSoonShowsNoBlockThatIsNotWhole() throws Exception {
        String whole = Captured.text("firewalld-policies.txt");
        runner.answer("firewall-cmd -v --list-all-policies", whole.substring(0, whole.indexOf("portio-o-")));

        assertEquals(List.of(), backend().list());
    }

    @Test
    void whatWasMadeInPartIsTakenBack() {
        runner.answer("firewall-cmd --permanent", "success\n")
                .answer(
                        "firewall-cmd --permanent --policy portio-i-00000001 --add-rich-rule",
                        122,
                        "",
                        "INVALID_RULE\n")
                .answer(
                        "firewall-cmd -v --permanent --list-all-policies",
                        "mine\n  description: \n\nportio-i-00000001\n  description: " + TAG + "\n")
                .answer("firewall-cmd --reload", "success\n");

        assertThrows(FirewallException.class, () -> backend().apply(Rules.add(Rules.udp(9000, 9010))));

        List<String> commands = runner.commands();
        assertEquals(
                List.of("firewall-cmd --permanent --delete-policy portio-i-00000001", "firewall-cmd --reload"),
                commands.subList(commands.size() - 2, commands.size()));
    }

    @Test
    void aLackOfRightsIsToldByItsExitCode() {
        runner.answer("firewall-cmd", 253, "", "Autorisierung fehlgeschlagen.\n");

        assertEquals(
                Kind.PERMISSION,
                assertThrows(FirewallException.class, backend()::list).kind());
        assertEquals(Status.NO_PERMISSION, backend().availability().status());
        assertFalse(backend().isAutomatic());
    }

    @Test
    void isAbsentWhereItDoesNotRun() {
        assertEquals(Status.ABSENT, backend().availability().status());
        runner.answer("firewall-cmd --state", 252, "", "not running\n");
        assertEquals(Status.ABSENT, backend().availability().status());
    }
}
