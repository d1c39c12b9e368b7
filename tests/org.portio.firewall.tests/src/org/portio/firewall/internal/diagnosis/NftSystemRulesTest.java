// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Traffic;
import org.portio.firewall.internal.KernelAnswers;
import org.portio.firewall.internal.RandomRules;
import org.portio.testing.Lab;

/** Compares predictions from the rules of a running kernel with what its packets do. */
class NftSystemRulesTest {

    private static final int PORT = 8000;
    private static final int OTHER = 8001;
    private static final String INPUT = "table inet t { chain input { type filter hook input priority 0; %s }\n}";
    /** Rules similar to those of ufw. */
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

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "40"));

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
        return Stream.of(rulesOfOneChain(), rulesOfSeveralChains(), rulesOfOtherKinds())
                .flatMap(rules -> rules);
    }

    private static Stream<Arguments> rulesOfOneChain() {
        return Stream.of(
                plain("", Answer.OPEN, Answer.OPEN),
                input("policy accept; tcp dport 8000 drop;", Answer.BLOCKED, Answer.OPEN),
                input("policy accept; udp dport 8000 drop;", Answer.OPEN, Answer.OPEN),
                input("policy accept; meta l4proto { tcp, udp } th dport 8000 reject;", Answer.BLOCKED, Answer.OPEN),
                input(
                        "policy drop; ct state established,related accept; iif lo accept; ct state invalid drop; icmp"
                                + " type echo-request accept; meta l4proto ipv6-icmp accept; tcp dport 8000 accept;",
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
                // The answers depend on the sender, on the rate, on the network interface.
                input("policy accept; ip saddr 192.0.2.0/24 drop;", Answer.UNKNOWN, Answer.UNKNOWN),
                input("policy accept; tcp dport 8000 limit rate over 1/hour drop;", Answer.UNKNOWN, Answer.OPEN),
                input("policy drop; iifname eth0 accept;", Answer.UNKNOWN, Answer.UNKNOWN));
    }

    private static Stream<Arguments> rulesOfSeveralChains() {
        return Stream.of(
                // One chain accepts the packets, and the next one refuses them.
                plain("""
                    table inet t {
                      chain early { type filter hook prerouting priority -300; tcp dport 8000 drop; }
                      chain input { type filter hook input priority 0; policy drop; accept; }
                    }\
                    """, Answer.BLOCKED, Answer.OPEN),
                plain("""
                    table inet t {
                      set named { type inet_service; flags interval; elements = { 8000, 9000-9100 } }
                      map verdicts { type inet_service : verdict; elements = { 8001 : goto shut } }
                      chain shut { tcp dport 8000 return; drop; }
                      chain deep { tcp dport vmap @verdicts; tcp dport @named return; jump shut; }
                      chain input { type filter hook input priority 0; policy accept; jump deep; goto open; }
                      chain open { accept; }
                    }\
                    """, Answer.OPEN, Answer.BLOCKED),
                plain("""
                    table ip nat {
                      chain pre { type nat hook prerouting priority -100; tcp dport 8000 redirect to :8009; }
                    }\
                    """, Answer.TURNED, Answer.OPEN));
    }

    private static Stream<Arguments> rulesOfOtherKinds() {
        return Stream.of(
                // Rules by which container engines and clusters publish their ports.
                plain("""
                    table inet netavark {
                      map services { type inet_proto . inet_service : verdict; elements = { tcp . 8000 : goto svc } }
                      chain svc { meta l4proto tcp dnat ip to 10.77.0.1:8009; }
                      chain pre {
                        type nat hook prerouting priority dstnat; fib daddr type local meta l4proto . th dport vmap @services;
                      }
                    }\
                    """, Answer.TURNED, Answer.OPEN),
                plain("""
                    table inet cluster {
                      map places { type inet_service : ipv4_addr; elements = { 8001 : 10.77.0.1 } }
                      chain pre { type nat hook prerouting priority dstnat; dnat ip to tcp dport map @places : 8009; }
                    }\
                    """, Answer.OPEN, Answer.TURNED),
                // The answers do not get out.
                plain("""
                    table inet t {
                      chain out { type filter hook output priority 0; policy accept; tcp sport 8000 reject; }
                    }\
                    """, Answer.BLOCKED, Answer.OPEN),
                // Rules for one network interface, and for frames that a bridge may see.
                plain("""
                    table netdev n {
                      chain in { type filter hook ingress device eth0 priority 0; tcp dport 8000 drop; }
                    }\
                    """, Answer.UNKNOWN, Answer.OPEN),
                plain("""
                    table bridge b {
                      chain in { type filter hook input priority 0; tcp dport 8001 drop; }
                    }\
                    """, Answer.OPEN, Answer.UNKNOWN),
                // The rest of the rules sees packets without a state.
                plain("""
                    table inet t {
                      chain raw { type filter hook prerouting priority -300; tcp dport 8000 notrack; }
                    }\
                    """, Answer.UNKNOWN, Answer.OPEN));
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

        assertEquals(port, arriving(Protocol.TCP, AddressFamily.IPV4, PORT));
        assertEquals(other, arriving(Protocol.TCP, AddressFamily.IPV4, OTHER));
        assertTrueToKernel(rules);
    }

    @Test
    void tellsTheFamiliesAndProtocolsApart() throws Exception {
        load("table ip six { chain i { type filter hook input priority 0; udp dport 8000 drop; tcp dport 8000 drop;"
                + " }\n"
                + "}");

        assertEquals(Answer.BLOCKED, arriving(Protocol.UDP, AddressFamily.IPV4, PORT));
        assertEquals(Answer.OPEN, arriving(Protocol.UDP, AddressFamily.IPV6, PORT));
        assertEquals(Answer.OPEN, arriving(Protocol.TCP, AddressFamily.IPV6, PORT));
        assertTrueToKernel("");
    }

    @Test
    void neverSaysWhatPacketsFindNotToBeSo() throws Exception {
        RandomRules random = new RandomRules(4);
        int said = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String rules = random.next();
            forgetRules();
            // Some of these contradict themselves, and nft does not accept them.
            if (run(rules).exitCode() == 0) {
                said += assertTrueToKernel(rules);
            }
        }
        assertTrue(said > ROUNDS, "of " + 8 * ROUNDS + " answers, only " + said + " said something");
    }

    @Test
    void readsTheRulesOfIptables() throws Exception {
        Lab.assumeProgram("iptables-nft", "iptables");
        lab.server().sh(IPTABLES);

        assertEquals(Answer.BLOCKED, arriving(Protocol.TCP, AddressFamily.IPV4, PORT));
        assertEquals(Answer.OPEN, arriving(Protocol.TCP, AddressFamily.IPV4, OTHER));
        assertEquals(Answer.UNKNOWN, arriving(Protocol.TCP, AddressFamily.IPV4, 8002));
        assertTrueToKernel("iptables-nft");
    }

    @Test
    void doesNotCallAPortOpenWhereTheOlderIptablesHasTables() throws Exception {
        Files.writeString(proc.resolve("ip_tables_names"), "filter\n");
        load(INPUT.formatted("tcp dport 8000 drop;"));

        assertEquals(Answer.BLOCKED, arriving(Protocol.TCP, AddressFamily.IPV4, PORT));
        assertEquals(Answer.UNKNOWN, arriving(Protocol.TCP, AddressFamily.IPV4, OTHER));
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
            Outlook.Judgement judgement = outlook.of(Traffic.arriving(Protocol.TCP, AddressFamily.IPV4, PORT));
            assertEquals(Answer.UNKNOWN, judgement.answer());
            assertTrue(judgement.reason().startsWith("the rules of nftables could not be read: "), judgement.reason());
        }
    }

    /** Returns how many answers were more than "unknown". */
    private int assertTrueToKernel(String rules) {
        return new KernelAnswers(lab, PORT, OTHER).assertTrueToKernel(outlook(), rules);
    }

    private Answer arriving(Protocol protocol, AddressFamily family, int port) {
        return outlook().of(Traffic.arriving(protocol, family, port)).answer();
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
