// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.portio.testing.LinearTime.assertLinear;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.AddressFamily;
import org.portio.core.Protocol;
import org.portio.firewall.RuleTag;

/** Whatever stands in the lists of the system's firewalls, or comes to the helper, takes time as it is long. */
class LinearTimeTest {

    private interface Reader {
        void read(String text) throws Exception;
    }

    private static final String TAG = "portio:v1:48589134-361c-4b5d-a05b-954ffca705b5:0:tcp:8080:inbound";
    private static final String LABEL = "label \"portio:";

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\n",
                "a ",
                "[",
                "\t\t # handle 1\n",
                " # handle ",
                "ct state ",
                "tcp dport { ",
                "--comment \"",
                LABEL,
                TAG + ":",
                "\u0085",
                "x\n\n  description: " + TAG + "\n\n"
            })
    void listOfAnyKind(String part) {
        for (String begin : List.of("", "table ip a {\n\t\t", "*filter\n[1:1] -A INPUT --comment ", "### tuple ### ")) {
            for (Consumer<String> reader : readers()) {
                String end = "x # handle 1x\n### END RULES ###";
                assertLinear(begin + part, length -> begin + part.repeat(length / part.length()) + end, reader);
            }
        }
    }

    private static List<Consumer<String>> readers() {
        return List.of(
                NftForeign::new,
                of(NftListing::parse),
                of(IptablesState::parse),
                UfwRules::parse,
                FirewalldPolicies::parse,
                text -> FirewalldPolicies.names(text, Set.of(UUID.randomUUID())),
                NetshBackend::parse,
                PfRules::tag,
                RuleTag::parse,
                of(HelperRequest::parse),
                of(NftRuleset::parse));
    }

    private static Consumer<String> of(Reader reader) {
        return text -> {
            try {
                reader.read(text);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalArgumentException(e);
            }
        };
    }

    @Test
    void blockOfAMillionRules() {
        String rule = "{\"rule\":{\"chain\":\"c\",\"handle\":1,\"comment\":\"" + TAG + "\",\"expr\":[]}},";
        assertLinear(
                "handles",
                length -> "{\"nftables\":[" + rule.repeat(length / rule.length()) + "{}]}",
                of(NftListing::parse));
    }

    @Test
    void ruleOfAMillionParts() {
        String part = "{\"xt\":{\"type\":\"match\",\"name\":\"conntrack\"}},";
        assertLinear(
                "parts",
                length -> part.repeat(length / part.length()),
                text -> new NftForeign("table ip filter {\n\t\t" + "ct state new ".repeat(text.length() / 13)
                                + "# handle 4\n}")
                        .explain(chain(text)));
    }

    private static NftRuleset.Chain chain(String parts) {
        return NftRuleset.parse("{\"nftables\":[{\"chain\":{\"family\":\"ip\",\"table\":\"filter\",\"name\":\"c\"}},"
                        + "{\"rule\":{\"family\":\"ip\",\"table\":\"filter\",\"chain\":\"c\",\"handle\":4,\"expr\":["
                        + parts + "{}]}}]}")
                .chains()
                .iterator()
                .next();
    }

    /** Each chain leads to the next one in many ways: all ways together are more than can be gone. */
    @Test
    void chainsThatManyRulesJumpTo() {
        int depth = 15;
        assertLinear("jumps", length -> ruleset(depth, length / depth / 150 + 1), text -> {
            NftRuleset rules = NftRuleset.parse(text);
            new NftPath(rules, new NftPacket(Protocol.TCP, AddressFamily.IPV4, 80, "new")).answer();
        });
    }

    private static String ruleset(int depth, int jumps) {
        StringBuilder text = new StringBuilder("{\"nftables\":[");
        for (int i = 0; i <= depth; i++) {
            text.append("{\"chain\":{\"family\":\"ip\",\"table\":\"t\",\"name\":\"c" + i + "\""
                    + (i == 0 ? ",\"hook\":\"input\",\"policy\":\"accept\"" : "") + "}},");
        }
        for (int i = 0; i < depth; i++) {
            text.append(("{\"rule\":{\"family\":\"ip\",\"table\":\"t\",\"chain\":\"c" + i
                            + "\",\"handle\":1,\"expr\":[{\"jump\":{\"target\":\"c" + (i + 1) + "\"}}]}},")
                    .repeat(jumps));
        }
        return JsonParser.parseString(text.append("{}]}").toString()).toString();
    }
}
