// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.PortioException.Kind;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.internal.Rules;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.Rule;
import org.portio.testing.RecordingRunner;

/** The commands for Windows, on any system. */
class WindowsBackendsTest {

    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final BlockRequest BOTH = Rules.udp(9000, 9010).withDirection(Direction.BOTH);
    private static final String BOTH_TAG = "portio:v1:" + ID + ":0:udp:9000-9010:both";

    private final RecordingRunner runner = new RecordingRunner();
    private final NetshBackend netsh = new NetshBackend(runner, "Windows 11");
    private final NetSecurityBackend netSecurity = new NetSecurityBackend(runner, "Windows 11");

    private static BlockRequest ofProgram(String program) {
        return Rules.tcp(8000).withSubject(new BlockRequest.Subject(program, ""));
    }

    private static String script(PlannedCommand command) {
        assertEquals(
                List.of("powershell.exe", "-NoProfile", "-NonInteractive", "-EncodedCommand"),
                command.command().subList(0, 4));
        byte[] bytes = Base64.getDecoder().decode(command.command().get(4));
        return new String(bytes, StandardCharsets.UTF_16LE)
                .replace("$ErrorActionPreference='Stop'; [Console]::OutputEncoding=[Text.Encoding]::UTF8; ", "");
    }

    @Test
    void netshAddsARuleForEachWayAndDeletesByNameAlone() throws Exception {
        String add = "netsh advfirewall firewall add rule name=" + BOTH_TAG;
        assertEquals(
                List.of(
                        add + " dir=in action=block protocol=UDP localport=9000-9010 profile=any enable=yes",
                        add + " dir=out action=block protocol=UDP remoteport=9000-9010 profile=any enable=yes"),
                netsh.plan(Rules.add(BOTH)).stream()
                        .map(command -> String.join(" ", command.command()))
                        .toList());
        assertEquals(
                List.of(PlannedCommand.of("netsh", "advfirewall", "firewall", "delete", "rule", "name=" + BOTH_TAG)),
                netsh.plan(Rules.remove(Rules.applied(1, BOTH))));
        assertEquals(
                "program=C:\\Program Files\\a b.exe",
                netsh.plan(Rules.add(ofProgram("C:\\Program Files\\a b.exe")))
                        .getFirst()
                        .command()
                        .getLast());
    }

    @Test
    void netshListsInAnyLanguageAndOnlyWhatIsWhole() throws Exception {
        String german = "Regelname:                            " + BOTH_TAG + "\r\nAktiviert:   Ja\r\n";
        assertEquals(List.of(), NetshBackend.parse(german));
        List<AppliedRule> rules = NetshBackend.parse(german + "Regelname: Kernnetzwerk\r\n" + german);
        assertEquals(
                List.of(Rules.tag(1, BOTH)),
                rules.stream().map(AppliedRule::tag).toList());
    }

    @Test
    void netSecurityAddsToTheGroupAndRemovesByName() throws Exception {
        assertEquals(
                "New-NetFirewallRule -Name 'PortIO-" + ID + "-in' -Group 'PortIO' -DisplayName 'PortIO TCP 8000'"
                        + " -Description 'portio:v1:" + ID + ":0:tcp:8000:inbound' -Direction Inbound -Action Block"
                        + " -Profile Any -Enabled True -Protocol TCP -LocalPort '8000'"
                        + " -Program 'C:\\it''s\\a.exe' | Out-Null",
                script(netSecurity.plan(Rules.add(ofProgram("C:\\it's\\a.exe"))).getFirst()));
        assertEquals(
                "Remove-NetFirewallRule -Name 'PortIO-" + ID + "-in'; Remove-NetFirewallRule -Name 'PortIO-" + ID
                        + "-out'; Unregister-ScheduledTask -TaskName 'PortIO-" + ID
                        + "' -Confirm:$false -ErrorAction SilentlyContinue",
                script(netSecurity.plan(Rules.remove(Rules.applied(1, BOTH))).getFirst()));
        assertEquals(List.of(), netSecurity.plan(Rules.add()));
    }

    @Test
    void aTaskOfTheSystemEndsABlockWithATimeOrARestart() throws Exception {
        BlockRequest restart = Rules.tcp(8000).withExpiry(Expiry.UNTIL_RESTART);
        String atRestart = script(netSecurity.plan(Rules.add(restart)).getFirst());
        assertTrue(
                atRestart.startsWith("Register-ScheduledTask -Force -TaskName 'PortIO-" + ID
                        + "' -User 'SYSTEM' -RunLevel Highest -Trigger (New-ScheduledTaskTrigger -AtStartup)"),
                atRestart);
        assertTrue(atRestart.contains("; New-NetFirewallRule -Name 'PortIO-" + ID + "-in'"), atRestart);

        BlockRequest request = Rules.tcp(8000).withExpiry(Expiry.after(Duration.ofMinutes(5)));
        String timed = script(netSecurity
                .plan(new Change(List.of(new Rule(Rules.tag(1, request), request, Duration.ofMinutes(5))), List.of()))
                .getFirst());
        assertTrue(timed.contains("-Once -At ([DateTimeOffset]::FromUnixTimeSeconds("), timed);
        String encoded = timed.replaceFirst("(?s).*-EncodedCommand ([^']+)'.*", "$1");
        assertEquals(
                "Remove-NetFirewallRule -Name 'PortIO-" + ID + "-in'; Unregister-ScheduledTask -TaskName 'PortIO-" + ID
                        + "' -Confirm:$false -ErrorAction SilentlyContinue",
                new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_16LE));
    }

    @Test
    void netshRefusesABlockThatItCannotEnd() {
        for (Expiry expiry : List.of(Expiry.UNTIL_RESTART, Expiry.after(Duration.ofMinutes(5)))) {
            BlockRequest request = Rules.tcp(8000).withExpiry(expiry);
            FirewallException refused = assertThrows(
                    FirewallException.class,
                    () -> netsh.plan(new Change(
                            List.of(new Rule(Rules.tag(1, request), request, expiry.duration())), List.of())));
            assertEquals(FirewallException.Kind.UNSUPPORTED, refused.kind());
        }
    }

    @Test
    void netSecurityListsItsGroup() throws Exception {
        assertEquals(List.of(), NetSecurityBackend.parse("[]"));
        AppliedRule rule = NetSecurityBackend.parse("[{\"name\":\"a\",\"description\":\"" + BOTH_TAG
                        + "\"},{\"name\":\"b\",\"description\":\"" + BOTH_TAG
                        + "\"},{\"name\":\"c\",\"description\":null}]")
                .getFirst();
        assertEquals(List.of("a", "b"), rule.handles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[{\"name\":\"a\",\"descr", "Zugriff verweigert"})
    void netSecurityDoesNotTakeABrokenAnswerForAnEmptyOne(String answer) {
        assertThrows(FirewallException.class, () -> NetSecurityBackend.parse(answer));
    }

    @Test
    void netSecurityRemovesWhatItAddedWhenItDoesNotShow() {
        runner.answer("powershell.exe", "[]");

        assertThrows(FirewallException.class, () -> netSecurity.apply(Rules.add(Rules.tcp(8000))));
        String last = runner.calls().getLast().command();
        assertTrue(script(PlannedCommand.of(last.split(" ")))
                .startsWith("Remove-NetFirewallRule -ErrorAction SilentlyContinue -Name 'PortIO-" + ID + "-in'"));
    }

    @Test
    void aLackOfRightsIsToldByAnExitCodeAndNotByText() {
        runner.answer("netsh", 1, "Der angeforderte Vorgang erfordert erhöhte Rechte.\r\n", "")
                .answer("reg query", 1, "", "");

        FirewallException e = assertThrows(FirewallException.class, () -> netsh.apply(Rules.add(Rules.tcp(8000))));
        assertEquals(Kind.PERMISSION, e.kind());
    }

    @Test
    void areAbsentElsewhereAndSayWhatToDoWithoutRights() {
        for (FirewallBackend backend :
                List.of(new NetshBackend(runner, "Linux"), new NetSecurityBackend(runner, "Linux"))) {
            assertEquals(Status.FOREIGN, backend.availability().status());
        }
        for (FirewallBackend backend : List.of(netsh, netSecurity)) {
            assertEquals(Status.ABSENT, backend.availability().status());
        }
        runner.answer("netsh", "").answer("powershell.exe", "").answer("reg query", 1, "", "");
        for (FirewallBackend backend : List.of(netsh, netSecurity)) {
            assertEquals(Status.NO_PERMISSION, backend.availability().status());
            assertTrue(backend.availability().message().contains("Run as administrator"));
        }
    }
}
