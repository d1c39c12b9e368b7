// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portio.core.AddressFamily;
import org.portio.core.CommandRunner;
import org.portio.core.Protocol;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Answer;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** What is read out of the rules of a running kernel, beside what its packets do. */
class NftSystemRulesTest {

    private static final int PORT = 8000;
    private static final int OTHER = 8001;
    private static final String INPUT = "table inet t { chain input { type filter hook input priority 0; %s }\n}";
    /** Much as ufw makes them. */
    private static final String IPTABLES = """
            iptables-nft -N local
            iptables-nft -A local -m addrtype --dst-type LOCAL -j RETURN
            iptables-nft -A local -m limit --limit 3/min -j LOG
            iptables-nft -A local -j DROP
            iptables-nft -A INPUT -i lo -j ACCEPT
            iptables-nft -A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
            iptables-nft -A INPUT -m conntrack --ctstate INVALID -j DROP
            iptables-nft -A INPUT -j local
            iptables-nft -A INPUT -p tcp -m tcp --dport 8000 -m conntrack --ctstate NEW -j REJECT
            iptables-nft -A INPUT -p tcp --dport 8002 -m recent --name often --set -j ACCEPT
            iptables-nft -A INPUT -p tcp -m multiport --dports 8001,8003 -j ACCEPT
            iptables-nft -P INPUT DROP
            """;

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "60"));

    private static Lab lab;
    private static AutoCloseable listeners;

    @TempDir
    private Path proc;

    @BeforeAll
    static void openLab() throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram("nft", "nftables");
        lab = Lab.open();
        listeners = lab.listen(PORT, OTHER);
    }

    @AfterAll
    static void closeLab() throws Exception {
        if (lab != null) {
            listeners.close();
            lab.close();
        }
    }

    @BeforeEach
    void forgetRules() throws IOException {
        lab.server().sh("nft flush ruleset");
    }

    static Stream<Arguments> rules() {
        return Stream.concat(rulesOfOneChain(), rulesOfSeveralChains());
    }

    private static Stream<Arguments> rulesOfOneChain() {
        return Stream.of(
                plain("", Answer.OPEN, Answer.OPEN),
                input("policy accept; tcp dport 8000 drop;", Answer.BLOCKED, Answer.OPEN),
                input("policy accept; udp dport 8000 drop;", Answer.OPEN, Answer.OPEN),
                input("policy accept; meta l4proto { tcp, udp } th dport 8000 reject;", Answer.BLOCKED, Answer.OPEN),
                input(
                        "policy drop; ct state established,related accept; iif lo accept; ct state invalid drop;"
                                + " icmp type echo-request accept; meta l4proto ipv6-icmp accept; tcp dport 8000 accept;",
                        Answer.OPEN,
                        Answer.BLOCKED),
                input(
                        "policy accept; ct state vmap { established : accept, related : accept, invalid : drop };"
                                + " tcp dport vmap { 8000 : accept, 8001 : drop }; reject;",
                        Answer.OPEN,
                        Answer.BLOCKED),
                input("policy accept; iifname != \"lo\" tcp dport != 8001 reject;", Answer.BLOCKED, Answer.OPEN),
                input(
                        "policy accept; fib daddr type local ct state new tcp dport { 7000-8000 } counter log reject;",
                        Answer.BLOCKED,
                        Answer.OPEN),
                // It depends on the sender, on the rate, on the network interface.
                input("policy accept; ip saddr 192.0.2.0/24 drop;", Answer.UNKNOWN, Answer.UNKNOWN),
                input("policy accept; tcp dport 8000 limit rate over 1/hour drop;", Answer.UNKNOWN, Answer.OPEN),
                input("policy drop; iifname eth0 accept;", Answer.UNKNOWN, Answer.UNKNOWN));
    }

    private static Stream<Arguments> rulesOfSeveralChains() {
        return Stream.of(
                // Accepted by the one chain, and yet refused by the next.
                plain("""
                        table inet t {
                          chain early { type filter hook prerouting priority -300; tcp dport 8000 drop; }
                          chain input { type filter hook input priority 0; policy drop; accept; }
                        }""", Answer.BLOCKED, Answer.OPEN),
                plain("""
                        table inet t {
                          set named { type inet_service; flags interval; elements = { 8000, 9000-9100 } }
                          map verdicts { type inet_service : verdict; elements = { 8001 : goto shut } }
                          chain shut { tcp dport 8000 return; drop; }
                          chain deep { tcp dport vmap @verdicts; tcp dport @named return; jump shut; }
                          chain input { type filter hook input priority 0; policy accept; jump deep; goto open; }
                          chain open { accept; }
                        }""", Answer.OPEN, Answer.BLOCKED),
                plain("""
                        table ip nat {
                          chain pre { type nat hook prerouting priority -100; tcp dport 8000 redirect to :8001; }
                        }""", Answer.UNKNOWN, Answer.OPEN));
    }

    private static Arguments plain(String rules, Answer port, Answer other) {
        return Arguments.of(rules, port, other);
    }

    private static Arguments input(String rules, Answer port, Answer other) {
        return Arguments.of(INPUT.formatted(rules), port, other);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysOfAPortWhatPacketsFind(String rules, Answer port, Answer other) throws Exception {
        load(rules);

        assertEquals(port, outlook().of(Protocol.TCP, AddressFamily.IPV4, PORT));
        assertEquals(other, outlook().of(Protocol.TCP, AddressFamily.IPV4, OTHER));
        assertTrueToKernel(rules);
    }

    @Test
    void tellsTheFamiliesAndProtocolsApart() throws Exception {
        load(
                "table ip six { chain i { type filter hook input priority 0; udp dport 8000 drop; tcp dport 8000 drop; }\n}");

        assertEquals(Answer.BLOCKED, outlook().of(Protocol.UDP, AddressFamily.IPV4, PORT));
        assertEquals(Answer.OPEN, outlook().of(Protocol.UDP, AddressFamily.IPV6, PORT));
        assertEquals(Answer.OPEN, outlook().of(Protocol.TCP, AddressFamily.IPV6, PORT));
        assertTrueToKernel("");
    }

    @Test
    void neverSaysWhatPacketsFindNotToBeSo() throws Exception {
        RandomRules random = new RandomRules(4);
        int said = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String rules = random.next();
            forgetRules();
            // Some of these contradict themselves, and nft does not take them.
            if (run(rules).exitCode() == 0) {
                said += assertTrueToKernel(rules);
            }
        }
        assertTrue(said > ROUNDS, "of " + 4 * ROUNDS + " answers, only " + said + " said something");
    }

    @Test
    void readsTheRulesOfIptables() throws Exception {
        Lab.assumeProgram("iptables-nft", "iptables");
        lab.server().sh(IPTABLES);

        assertEquals(Answer.BLOCKED, outlook().of(Protocol.TCP, AddressFamily.IPV4, PORT));
        assertEquals(Answer.OPEN, outlook().of(Protocol.TCP, AddressFamily.IPV4, OTHER));
        assertEquals(Answer.UNKNOWN, outlook().of(Protocol.TCP, AddressFamily.IPV4, 8002));
        NftRuleset rules = NftRuleset.read(lab.server()).orElseThrow();
        assertEquals(1, new NftPortRules(rules).about(PORT, Protocol.TCP).size(), "a refusal of its own");
        assertTrueToKernel("iptables-nft");
    }

    @Test
    void doesNotCallAPortOpenWhereTheOlderIptablesHasTables() throws Exception {
        Files.writeString(proc.resolve("ip_tables_names"), "filter\n");
        load(INPUT.formatted("tcp dport 8000 drop;"));

        assertEquals(Answer.BLOCKED, outlook().of(Protocol.TCP, AddressFamily.IPV4, PORT));
        assertEquals(Answer.UNKNOWN, outlook().of(Protocol.TCP, AddressFamily.IPV4, OTHER));
    }

    @Test
    void knowsNothingWhereTheRulesMayNotBeSeen() {
        CommandRunner denied = (_, _, _) -> new CommandRunner.Result(1, "", "Operation not permitted");
        CommandRunner missing = (_, _, _) -> {
            throw new IOException("there is no nft");
        };
        CommandRunner odd = (_, _, _) -> new CommandRunner.Result(0, "{}", "");

        for (CommandRunner runner : List.of(denied, missing, odd)) {
            Outlook outlook = new NftSystemRules(runner, proc).outlook();
            assertEquals(Answer.UNKNOWN, outlook.of(Protocol.TCP, AddressFamily.IPV4, PORT));
        }
    }

    /** How many answers were more than that it is not known. */
    private int assertTrueToKernel(String rules) {
        int said = 0;
        Outlook outlook = outlook();
        for (AddressFamily family : AddressFamily.values()) {
            for (int port : List.of(PORT, OTHER)) {
                Answer answer = outlook.of(Protocol.TCP, family, port);
                if (answer != Answer.UNKNOWN) {
                    said++;
                    assertEquals(
                            answer == Answer.OPEN, answers(address(family), port), family + " " + port + " " + rules);
                }
            }
        }
        return said;
    }

    /** A connection of which only the first packet gets through is of no use. */
    private static boolean answers(String address, int port) {
        try (Socket socket = lab.client().open(address, port)) {
            return LabHost.echoes(socket);
        } catch (IOException _) {
            return false;
        }
    }

    private static String address(AddressFamily family) {
        return family == AddressFamily.IPV4
                ? lab.server().address()
                : lab.server().address6();
    }

    private Outlook outlook() {
        return new NftSystemRules(lab.server(), proc).outlook();
    }

    private static void load(String rules) throws IOException {
        assertEquals("", run(rules).err(), rules);
    }

    private static CommandRunner.Result run(String rules) throws IOException {
        return lab.server().run(List.of("nft", "-f", "-"), rules, Duration.ofSeconds(10));
    }
}
