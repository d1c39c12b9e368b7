// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.AddressFamily;
import org.portio.core.diagnosis.Question;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Traffic;
import org.portio.firewall.internal.diagnosis.FirewallFindings;
import org.portio.firewall.internal.diagnosis.NftSystemRules;
import org.portio.firewall.internal.iptables.IptablesState;
import org.portio.firewall.internal.nft.NftListing;

/** Any output of a program is read, or refused in the documented way. */
class FaultyListsTest {

    private static final int ROUNDS = 20 * Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "60"));
    /** A directory without the names of iptables' tables: the kernel has never had any. */
    private static final Path NONE = Path.of("/");

    private static final String OWN = """
        {"nftables": [{"set": {"family": "inet", "name": "t1", "table": "portio", "elem": [{"elem": {"val": 8000}}]}},
        {"rule": {"family": "inet", "table": "portio", "chain": "in", "handle": 4,
        "comment": "portio:v1:6f1c0f7e-0000-4000-8000-000000000001:0:tcp:8080:inbound",
        "expr": [{"counter": {"packets": 3, "bytes": 180}}, {"drop": null}]}}]}\
        """;

    @Test
    void aListOfBlocksIsReadOrRefused() {
        Mutations mutations = new Mutations(18);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            refused += isRefused(mutations.of(OWN), NftListing::parse) ? 1 : 0;
        }
        assertTrue(refused > ROUNDS / 4 && refused < ROUNDS, refused + " of " + ROUNDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nftables\":[{\"rule\":{\"comment\":{},\"chain\":\"in\"}}]}",
                "{\"nftables\":[{\"rule\":{\"comment\":[],\"chain\":\"in\"}}]}",
                "{\"nftables\":[{\"set\":{\"name\":null}}]}",
                "[",
                "",
                "null",
                "3"
            })
    void aListOfAnotherFormIsRefused(String text) {
        assertThrows(FirewallException.class, () -> NftListing.parse(text));
    }

    @Test
    void aHandleThatIsNotANumberIsRefused() {
        String text = OWN.replace("\"handle\": 4", "\"handle\": \"four\"");
        assertEquals(
                "nft printed something that is not a list of rules",
                assertThrows(FirewallException.class, () -> NftListing.parse(text))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iptables-nft-save.txt", "iptables-legacy-save.txt", "ip6tables-nft-save.txt"})
    void aSavedTableIsReadOrRefused(String file) throws IOException {
        Mutations mutations = new Mutations(69);
        String text = Captured.text(file);
        for (int round = 0; round < ROUNDS; round++) {
            isRefused(mutations.of(text), IptablesState::parse);
        }
        String counted = text.replaceFirst("\\[\\d+:", "[99999999999999999999:");
        String ruled = counted.replaceAll("(?m)^\\[\\d+:", "[99999999999999999999:");
        assertTrue(isRefused(ruled, IptablesState::parse));
    }

    @Test
    void rulesOfOthersAreJudgedOrNotUnderstood() throws IOException {
        Mutations mutations = new Mutations(13);
        String json = Captured.text("nft-ruleset.json");
        String text = Captured.text("nft-ruleset.txt");
        int unknown = 0;
        for (int round = 0; round < ROUNDS / 4; round++) {
            String faultyJson = mutations.of(json);
            String faultyText = mutations.of(text);
            unknown += answer(faultyJson, faultyText) == Answer.UNKNOWN ? 1 : 0;
        }
        assertTrue(unknown > 0);
    }

    private static Answer answer(String json, String text) {
        CommandRunner nft = (command, _, _) -> new CommandRunner.Result(0, command.contains("-j") ? json : text, "");
        Question question =
                new Question(8080, Protocol.TCP, "", new Snapshot(Instant.EPOCH, "none", List.of(), List.of()));
        new FirewallFindings(nft, NONE).find(question);
        return new NftSystemRules(nft, NONE)
                .outlook()
                .of(Traffic.arriving(Protocol.TCP, AddressFamily.IPV4, 8080))
                .answer();
    }

    /** Reads a text. */
    @FunctionalInterface
    private interface Parser {
        Object parse(String text) throws FirewallException;
    }

    private static boolean isRefused(String text, Parser parser) {
        try {
            parser.parse(text);
            return false;
        } catch (FirewallException _) {
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError("thrown for " + text, e);
        }
    }
}
