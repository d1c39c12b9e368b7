// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.iptables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Outlook.Judgement;
import org.portio.firewall.Traffic;
import org.portio.firewall.internal.KernelAnswers;
import org.portio.firewall.internal.RandomIptables;
import org.portio.firewall.internal.diagnosis.NftSystemRules;
import org.portio.testing.Lab;

/** Compares predictions about the rules of both kinds of iptables with the fate of packets. */
class IptablesRulesKernelTest {

    private static final int PORT = 8000;
    private static final int OTHER = 8001;
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "40"));
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String EMPTY = """
        *filter
        :INPUT ACCEPT [0:0]
        :OUTPUT ACCEPT [0:0]
        COMMIT
        *nat
        :PREROUTING ACCEPT [0:0]
        :OUTPUT ACCEPT [0:0]
        COMMIT
        """;

    private static Lab lab;
    private static AutoCloseable listeners;

    @TempDir
    private Path proc;

    @BeforeAll
    static void openLab() throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram("nft", "nftables");
        Lab.assumeProgram("iptables-nft", "iptables");
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

    @AfterEach
    void forgetRules() throws IOException {
        lab.server().sh("nft flush ruleset");
        // Asking for a table makes it: only existing ones are emptied.
        if (!lab.server().sh("cat /proc/net/ip_tables_names").isBlank()) {
            restore("legacy", EMPTY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void neverSaysWhatPacketsFindNotToBeSo(String kind) throws Exception {
        RandomIptables random = new RandomIptables(12);
        int said = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String rules = random.next();
            // Some of these contradict themselves, and iptables does not accept them.
            if (restore(kind, rules)) {
                said += kernel().assertTrueToKernel(outlook(), kind + "\n" + rules);
            }
        }
        assertTrue(said > ROUNDS, "of " + 8 * ROUNDS + " answers, only " + said + " said something");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft", "legacy"})
    void tellsOfARuleThatTurnsConnectionsOfThisMachineElsewhere(String kind) throws Exception {
        assertTrue(restore(kind, """
            *nat
            :OUTPUT ACCEPT [0:0]
            -A OUTPUT -p tcp -m tcp --dport 8000 -j REDIRECT --to-ports 8009
            COMMIT
            """));

        assertEquals(Answer.TURNED, within(AddressFamily.IPV4, PORT).answer());
        assertEquals(Answer.OPEN, arriving(AddressFamily.IPV4, PORT).answer());
        kernel().assertTrueToKernel(outlook(), kind);
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        assertTrue(restore("legacy", """
            *filter
            :INPUT DROP [0:0]
            -A INPUT -p tcp -m tcp --dport 8000 -m recent --name r --set -j ACCEPT
            COMMIT
            """));

        Judgement judgement = arriving(AddressFamily.IPV4, PORT);
        assertEquals(Answer.UNKNOWN, judgement.answer());
        assertEquals(
                "it uses iptables' recent, which PortIO does not understand; chain ip filter INPUT of iptables-legacy:"
                        + " -p tcp -m tcp --dport 8000 -m recent --set --name r --mask 255.255.255.255 --rsource"
                        + " -j ACCEPT",
                judgement.reason());
        assertEquals(Answer.BLOCKED, arriving(AddressFamily.IPV4, OTHER).answer());
    }

    private static KernelAnswers kernel() {
        return new KernelAnswers(lab, PORT, OTHER);
    }

    private static boolean restore(String kind, String rules) throws IOException {
        boolean taken = true;
        for (String program : List.of("iptables-", "ip6tables-")) {
            CommandRunner.Result result = lab.server().run(List.of(program + kind + "-restore"), rules, LIMIT);
            taken &= result.exitCode() == 0;
        }
        return taken;
    }

    private Judgement arriving(AddressFamily family, int port) throws IOException {
        return outlook().of(Traffic.arriving(Protocol.TCP, family, port));
    }

    private Judgement within(AddressFamily family, int port) throws IOException {
        return outlook().of(Traffic.within(Protocol.TCP, family, port));
    }

    private Outlook outlook() throws IOException {
        for (String names : List.of("ip_tables_names", "ip6_tables_names")) {
            Files.writeString(proc.resolve(names), lab.server().sh("cat /proc/net/" + names));
        }
        return new NftSystemRules(lab.server(), proc).outlook();
    }
}
