// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.iptables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.PortioException.Kind;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.Captured;
import org.portio.firewall.internal.Rules;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.testing.RecordingRunner;

class IptablesBackendTest {

    private static final String COMMENT =
            "-m comment --comment \"portio:v1:00000000-0000-4000-8000-000000000001:0:%s\" -j ";
    private static final String JUMP = " 1 -m comment --comment \"portio:v1:jump\" -j ";

    private final RecordingRunner runner = new RecordingRunner();

    private IptablesBackend backend() {
        return new IptablesBackend(runner);
    }

    private IptablesBackend empty() {
        runner.answer("iptables-save -c", "").answer("ip6tables-save -c", "");
        return backend();
    }

    private IptablesBackend captured(String variant) throws Exception {
        runner.answer("iptables-save -c", Captured.text("iptables-" + variant + "-save.txt"));
        runner.answer("ip6tables-save -c", Captured.text("ip6tables-" + variant + "-save.txt"));
        return backend();
    }

    private static void assertScript(List<PlannedCommand> plan, String... lines) {
        String script = String.join("\n", lines) + "\n";
        assertEquals(
                List.of(
                        new PlannedCommand(List.of("iptables-restore", "-w", "5", "--noflush"), script),
                        new PlannedCommand(List.of("ip6tables-restore", "-w", "5", "--noflush"), script)),
                plan);
    }

    @Test
    void aFirstBlockMakesTheChainsAndLeadsToThemFirst() throws Exception {
        String comment = COMMENT.formatted("tcp:8000:inbound");
        assertScript(
                empty().plan(Rules.add(Rules.tcp(8000))),
                "*filter",
                ":PORTIO-IN - [0:0]",
                "-I INPUT" + JUMP + "PORTIO-IN",
                "-A PORTIO-IN ! -i lo -p tcp -m tcp --dport 8000 --tcp-flags FIN,SYN,RST,ACK SYN " + comment
                        + "REJECT --reject-with tcp-reset",
                "COMMIT",
                "*nat",
                ":PORTIO-NAT - [0:0]",
                "-I PREROUTING" + JUMP + "PORTIO-NAT",
                "-A PORTIO-NAT ! -i lo -p tcp -m tcp --dport 8000 -m addrtype --dst-type LOCAL " + comment + "ACCEPT",
                "COMMIT");
    }

    @Test
    void aDroppedRangeOfUdpPortsIsDroppedBeforeItIsPublished() throws Exception {
        String comment = COMMENT.formatted("udp:9000-9010:inbound");
        String match = "! -i lo -p udp -m udp --dport 9000:9010 ";
        assertScript(
                empty().plan(Rules.add(Rules.udp(9000, 9010).withVerdict(Verdict.DROP))),
                "*filter",
                ":PORTIO-IN - [0:0]",
                "-I INPUT" + JUMP + "PORTIO-IN",
                "-A PORTIO-IN " + match + comment + "DROP",
                "COMMIT",
                "*mangle",
                ":PORTIO-PRE - [0:0]",
                "-I PREROUTING" + JUMP + "PORTIO-PRE",
                "-A PORTIO-PRE " + match + "-m addrtype --dst-type LOCAL " + comment + "DROP",
                "COMMIT");
    }

    @Test
    void anOutboundBlockThatCutsAndIncludesLoopbackSparesAnswersOnly() throws Exception {
        BlockRequest request = Rules.tcp(25)
                .withDirection(Direction.OUTBOUND)
                .withLoopback(true)
                .withCutExisting(true);
        List<PlannedCommand> plan = empty().plan(Rules.add(request));

        assertScript(
                plan.subList(0, 2),
                "*filter",
                ":PORTIO-OUT - [0:0]",
                "-I OUTPUT" + JUMP + "PORTIO-OUT",
                "-A PORTIO-OUT -p tcp -m tcp --dport 25 -m conntrack --ctdir ORIGINAL "
                        + COMMENT.formatted("tcp:25:outbound")
                        + "REJECT --reject-with tcp-reset",
                "-A PORTIO-OUT -p tcp -m tcp --dport 25 --tcp-flags FIN,SYN,RST,ACK SYN -m conntrack --ctstate UNTRACKED "
                        + COMMENT.formatted("tcp:25:outbound")
                        + "REJECT --reject-with tcp-reset",
                "COMMIT");
        assertEquals(
                List.of(PlannedCommand.of("ss", "-K", "-t", "-H", "( dport >= :25 and dport <= :25 )")),
                plan.subList(2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void findsItsOwnRulesAmongThoseOfOthers(String variant) throws Exception {
        List<AppliedRule> rules = captured(variant).list();

        assertEquals(
                List.of("TCP 8000 inbound of 0", "UDP 9000-9010 outbound of 1000"),
                rules.stream()
                        .map(rule -> rule.tag().protocol() + " " + rule.tag().ports() + " "
                                + rule.tag().direction().label() + " of "
                                + rule.tag().user())
                        .toList());
        assertEquals(
                List.of("4 filter PORTIO-IN", "4 nat PORTIO-NAT", "6 nat PORTIO-NAT", "6 filter PORTIO-IN").stream()
                        .sorted()
                        .toList(),
                rules.getFirst().handles().stream().sorted().toList());
    }

    @Test
    void countsThePacketsThatWereBlockedOnBothFamilies() throws Exception {
        runner.answer(
                "iptables-save -c",
                Captured.text("iptables-nft-save.txt").replace("[0:0] -A PORTIO", "[3:180] -A PORTIO"));
        runner.answer(
                "ip6tables-save -c",
                Captured.text("ip6tables-nft-save.txt").replace("[0:0] -A PORTIO", "[4:320] -A PORTIO"));

        assertEquals(7, backend().list().getFirst().hits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void theLastRuleOfAChainTakesTheChainAway(String variant) throws Exception {
        IptablesBackend backend = captured(variant);
        AppliedRule outbound = backend.list().getLast();

        assertScript(
                backend.plan(Rules.remove(outbound)),
                "*filter",
                "-D PORTIO-OUT -p udp -m udp --dport 9000:9010 -m comment --comment"
                        + " \"portio:v1:00000000-0000-4000-8000-000000000002:1000:udp:9000-9010:outbound\" -j DROP",
                "-D OUTPUT -m comment --comment \"portio:v1:jump\" -j PORTIO-OUT",
                "-X PORTIO-OUT",
                "COMMIT");
    }

    @Test
    void aBlockOnOneFamilyAloneIsDamaged() throws Exception {
        runner.answer("iptables-save -c", Captured.text("iptables-nft-save.txt"))
                .answer("ip6tables-save -c", "");

        List<AppliedRule> rules = backend().list();
        assertEquals(2, rules.size());
        assertTrue(rules.stream().allMatch(AppliedRule::damaged));
    }

    @Test
    void theVariantWithTheRulesOfOthersIsTaken() throws Exception {
        runner.answer("iptables-save -c", "")
                .answer("iptables-legacy-save -c", "*nat\n[0:0] -A PREROUTING -j DOCKER\nCOMMIT\n")
                .answer("ip6tables-legacy-save -c", "");

        assertEquals(
                List.of("iptables-legacy-restore", "ip6tables-legacy-restore"),
                backend().plan(Rules.add(Rules.tcp(8000))).stream()
                        .map(command -> command.command().getFirst())
                        .toList());
    }

    @Test
    void whatTheFirstFamilyGotIsTakenBackWhenTheSecondFails() throws Exception {
        runner.answer("iptables-save -c", "")
                .answer("iptables-save -c", Captured.text("iptables-nft-save.txt"))
                .answer("ip6tables-save -c", "")
                .answer("iptables-restore", "")
                .answer("ip6tables-restore", 1, "", "ip6tables-restore: line 4 failed\n");

        FirewallException e =
                assertThrows(FirewallException.class, () -> backend().apply(Rules.add(Rules.tcp(8000))));

        assertEquals(Kind.FAILED, e.kind());
        assertEquals("ip6tables-restore failed with exit code 1: ip6tables-restore: line 4 failed", e.getMessage());
        RecordingRunner.Call last = runner.calls().getLast();
        assertEquals("iptables-restore -w 5 --noflush", last.command());
        assertTrue(last.input().contains("-X PORTIO-IN\n"), last.input());
        assertTrue(last.input().contains("-X PORTIO-NAT\n"), last.input());
    }

    @Test
    void successWithoutEffectIsAFailure() {
        IptablesBackend backend = empty();
        runner.answer("iptables-restore", "").answer("ip6tables-restore", "");

        FirewallException e = assertThrows(FirewallException.class, () -> backend.apply(Rules.add(Rules.tcp(8000))));

        assertEquals("iptables reported success, but the block of TCP 8000 inbound is not there", e.getMessage());
    }

    @Test
    void aListThatEndsTooSoonIsAFailure() throws Exception {
        String whole = Captured.text("iptables-nft-save.txt");
        runner.answer("iptables-save -c", whole.substring(0, whole.indexOf("COMMIT")))
                .answer("ip6tables-save -c", "");

        FirewallException e = assertThrows(FirewallException.class, backend()::list);
        assertEquals("iptables-save ended in the middle of table filter", e.getMessage());
    }

    @Test
    void aProgramThatHangsIsAFailure() {
        IptablesBackend backend = empty();
        runner.fail("iptables-restore", "iptables-restore did not finish within 20 s");

        FirewallException e = assertThrows(FirewallException.class, () -> backend.apply(Rules.add(Rules.tcp(8000))));
        assertEquals("iptables-restore did not finish within 20 s", e.getMessage());
    }

    @Test
    void aLackOfRightsIsToldApart() {
        runner.answer("iptables-save -c", 1, "", "iptables-save: Permission denied (you must be root)\n");

        FirewallException e = assertThrows(FirewallException.class, backend()::list);
        assertEquals(Kind.PERMISSION, e.kind());
    }

    @Test
    void aProgramThatCannotBeRunIsNotCalledMissingUnlessItIs() {
        runner.fail("iptables -V", "iptables did not finish within 20 s");

        assertEquals(
                new Availability(Status.ABSENT, "iptables did not finish within 20 s"),
                backend().availability());
    }

    @Test
    void saysThatItNeedsRights() {
        runner.answer("iptables -V", "iptables v1.8.9 (nf_tables)\n")
                .answer("ip6tables -V", "ip6tables v1.8.9 (nf_tables)\n")
                .answer("iptables -w", "")
                .answer("ip6tables -w", 4, "", "Permission denied (you must be root)");
        assertEquals(Status.NO_PERMISSION, backend().availability().status());
    }

    @Test
    void aProgramCannotBeBlockedAlone() {
        BlockRequest ofProgram = Rules.tcp(8000).withSubject(new BlockRequest.Subject("/usr/bin/curl", ""));
        FirewallException e = assertThrows(
                FirewallException.class, () -> empty().plan(new Change(List.of(Rules.rule(1, ofProgram)), List.of())));
        assertEquals(Kind.UNSUPPORTED, e.kind());
    }
}
