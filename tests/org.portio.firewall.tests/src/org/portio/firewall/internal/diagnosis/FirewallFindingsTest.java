// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;
import org.portio.core.port.PortRange;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.MissingRight;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.internal.nft.NftBackend;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;
import org.portio.testing.Lab;
import org.portio.testing.RecordingRunner;

/** Findings from the rules of a running kernel, in a network namespace. */
class FirewallFindingsTest {

    private static final String RULES = """
        table inet other {
          set named { type inet_service; flags interval; elements = { 3000, 3100-3200 } }
          chain input {
            type filter hook input priority 0; policy accept;
            tcp dport 1000 drop
            udp dport 1100-1200 reject
            tcp dport { 1300, 1400-1410 } drop
            tcp dport @named drop
            tcp dport & 0xff00 == 0x5d00 drop
            meta l4proto { tcp, udp } th dport 1500 drop
            meta l4proto tcp th dport 1600 drop
            ip saddr 10.0.0.0/8 tcp dport 1700 drop
            tcp dport 1800 accept
            tcp sport 1900 drop
            ip daddr 224.0.0.0/4 drop
            ip6 daddr { ff02::1, ff02::fb } drop
            ip daddr 203.0.113.9 drop
            ip daddr 203.0.113.9 tcp dport 2400 drop
            ip daddr { 203.0.113.9, 10.77.0.1 } tcp dport 2500 drop
          }
          chain output { type filter hook output priority 0; policy accept; tcp dport 2000 drop; }
        }
        table ip nat {
          chain PREROUTING { type nat hook prerouting priority -100; tcp dport 2100 redirect to :2101; jump DOCKER; }
          chain DOCKER { iifname != "docker0" tcp dport 2200 dnat to 10.78.0.2:80; }
        }
        """;

    /** A directory without names of tables of iptables-legacy. */
    /** A directory without the names of iptables' tables: the kernel has never had any. */
    private static final Path NONE = Path.of("/");

    private static Lab lab;
    private static FirewallFindings findings;

    @BeforeAll
    static void makeRules() throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram("nft", "nftables");
        lab = Lab.open();
        CommandRunner.Result made = lab.server().run(List.of("nft", "-f", "-"), RULES, Duration.ofSeconds(10));
        assertEquals("", made.err());
        PortRange ports = new PortRange(2300, 2310);
        RuleTag tag = new RuleTag(UUID.randomUUID(), "0", Protocol.TCP, ports, Direction.INBOUND);
        Rule rule = new Rule(tag, BlockRequest.of(ports, Protocol.TCP), null);
        new NftBackend(lab.server()).apply(new Change(List.of(rule), List.of()));
        findings = new FirewallFindings(lab.server(), NONE);
    }

    @AfterAll
    static void closeLab() {
        if (lab != null) {
            lab.close();
        }
    }

    private static List<Finding> all(int port, Protocol protocol) {
        return findings.find(question(port, protocol));
    }

    /** Returns the findings without those that are merely good to know. */
    private static List<Finding> about(int port, Protocol protocol) {
        return all(port, protocol).stream()
                .filter(finding -> finding.weight() != Weight.TELLS)
                .toList();
    }

    private static Question question(int port, Protocol protocol) {
        return new Question(port, protocol, "", new Snapshot(Instant.EPOCH, "none", List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, TCP",
        "1100, UDP",
        "1150, UDP",
        "1200, UDP",
        "1300, TCP",
        "1405, TCP",
        "3000, TCP",
        "3150, TCP",
        "23808, TCP",
        "24063, TCP",
        "1600, TCP"
    })
    void tellsOfARuleThatRefuses(int port, Protocol protocol) {
        List<Finding> found = about(port, protocol);

        assertEquals(1, found.size(), found.toString());
        assertEquals(Kind.FIREWALL, found.getFirst().kind());
        assertEquals(Weight.WARNS, found.getFirst().weight());
        assertEquals("nft list chain inet other input", found.getFirst().remedy());
        assertFalse(found.getFirst().inferred());
        assertTrue(found.getFirst().what().contains("clients on other machines do not get through"));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, UDP",
        "1001, TCP",
        "1099, UDP",
        "1201, UDP",
        "1301, TCP",
        "3001, TCP",
        "1600, UDP",
        "1800, TCP",
        "2101, TCP",
        "2311, TCP"
    })
    void warnsOfNothingAtOtherPorts(int port, Protocol protocol) {
        assertEquals(List.of(), about(port, protocol));
    }

    @Test
    void tellsOfARuleForSomeClientsOfEveryPort() {
        Finding found = all(1001, Protocol.TCP).getFirst();

        assertEquals(Weight.TELLS, found.weight());
        assertEquals("chain inet other input: tcp sport 1900 drop", found.evidence());
        assertTrue(found.what().contains("it depends on tcp sport"), found.what());
    }

    @Test
    void marksARuleWithFurtherConditionsAsInferred() {
        Finding found = about(1700, Protocol.TCP).getFirst();

        assertTrue(found.inferred());
        assertEquals("chain inet other input: ip saddr 10.0.0.0/8 tcp dport 1700 drop", found.evidence());
        assertTrue(found.what().contains("under further conditions (it depends on ip saddr)"), found.what());
    }

    @Test
    void comparesTheDestinationWithTheAddressesOfThisMachine() throws Exception {
        List<Finding> foreign = lab.server().call(() -> about(2400, Protocol.TCP));
        List<Finding> own = lab.server().call(() -> about(2500, Protocol.TCP));
        List<Finding> datagrams = lab.server().call(() -> all(2600, Protocol.UDP));

        assertEquals(List.of(), foreign);
        assertTrue(own.getFirst().evidence().contains("10.77.0.1"), own.toString());
        // A service may be meant to receive from groups, so the finding says so.
        List<Weight> ofGroups = datagrams.stream()
                .filter(finding -> finding.evidence().contains("daddr"))
                .map(Finding::weight)
                .toList();
        assertEquals(List.of(Weight.TELLS, Weight.TELLS), ofGroups, datagrams.toString());
    }

    @Test
    void tellsOfARuleForProgramsOfThisMachine() {
        Finding found = about(2000, Protocol.TCP).getFirst();

        assertEquals("chain inet other output: tcp dport 2000 drop", found.evidence());
        assertTrue(found.what().contains("clients on this machine do not get through"), found.what());
    }

    @ParameterizedTest
    @ValueSource(ints = {2100, 2200})
    void tellsOfARuleThatTurnsThePortElsewhere(int port) {
        List<Finding> found = about(port, Protocol.TCP);

        assertEquals(1, found.size(), found.toString());
        assertEquals(Kind.REDIRECT, found.getFirst().kind());
        assertEquals(port == 2200, found.getFirst().inferred());
    }

    @Test
    void saysThatABlockIsPortIOsOwnAndHowToRemoveIt() {
        List<Finding> found = about(2305, Protocol.TCP);

        assertFalse(found.isEmpty());
        for (Finding finding : found) {
            assertTrue(finding.what().startsWith("PortIO blocks TCP 2305"), finding.what());
            assertEquals("portio unblock 2300-2310 TCP", finding.remedy());
            assertFalse(finding.inferred());
        }
    }

    @Test
    void saysWhyNothingIsKnownIfTheRulesCannotBeRead() {
        RecordingRunner denied = new RecordingRunner().answer("nft", 1, "", "Operation not permitted");
        RecordingRunner odd = new RecordingRunner().answer("nft", 0, "{\"nftables\": 1}", "");

        assertTrue(
                onlyOf(denied).evidence().endsWith(MissingRight.isRoot() ? "CAP_NET_ADMIN here" : "or CAP_NET_ADMIN"));
        assertEquals(
                "nft printed something that is not a list of rules", onlyOf(odd).evidence());
        assertEquals(
                "cannot tell whether a firewall keeps clients from TCP 1000: the rules of"
                        + " nftables could not be read",
                onlyOf(new RecordingRunner()).what());
    }

    @Test
    void saysThatLegacyTablesAreNotKnownIfTheKernelsListCannotBeRead() {
        RecordingRunner nothing = new RecordingRunner().answer("nft", 0, "{\"nftables\": []}", "");

        List<Finding> found = new FirewallFindings(nothing, Path.of("/nonexistent")).find(question(1000, Protocol.TCP));

        assertTrue(
                found.stream().anyMatch(finding -> finding.evidence().contains("ip_tables_names cannot be read")),
                found.toString());
    }

    /** These packets may be those of all clients: the mark that another rule sets, and an address of this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"meta\": {\"key\": \"mark\"}}",
                "{\"ct\": {\"key\": \"mark\"}}",
                "{\"&\": [{\"meta\": {\"key\": \"mark\"}}, 255]}",
                "{\"payload\": {\"protocol\": \"ip\", \"field\": \"daddr\"}}"
            })
    void warnsOfDropsByWhatDoesNotTellClientsApart(String left) {
        String listing =
                "{\"nftables\": [{\"chain\": {\"family\": \"ip\", \"table\": \"t\", \"name\": \"in\", \"handle\": 1,"
                        + " \"type\": \"filter\", \"hook\": \"input\", \"prio\": 0, \"policy\": \"accept\"}},"
                        + " {\"rule\": {\"family\": \"ip\", \"table\": \"t\", \"chain\": \"in\", \"handle\": 2, \"expr\": ["
                        + "{\"match\": {\"op\": \"==\", \"left\": " + left
                        + ", \"right\": \"@some\"}}, {\"drop\": null}]}}]}";
        RecordingRunner runner = new RecordingRunner().answer("nft", 0, listing, "");

        List<Finding> found = new FirewallFindings(runner, NONE).find(question(1000, Protocol.TCP));

        assertEquals(Weight.WARNS, found.getFirst().weight(), found.toString());
    }

    private static Finding onlyOf(CommandRunner runner) {
        List<Finding> found = new FirewallFindings(runner, NONE).find(question(1000, Protocol.TCP));
        assertEquals(1, found.size(), found.toString());
        assertEquals(Weight.TELLS, found.getFirst().weight());
        return found.getFirst();
    }
}
