// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import static org.portio.testing.LinearTime.assertLinear;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.firewall.Traffic;
import org.portio.firewall.internal.walk.Verdict;

/**
 * Foreign rules may be of any number and length: reading and following them takes time in proportion to their length.
 */
class RulesLinearTimeTest {

    @Test
    void ruleOfAMillionParts() {
        String part = "{\"xt\":{\"type\":\"match\",\"name\":\"conntrack\"}},";
        assertLinear(
                "parts",
                length -> part.repeat(length / part.length()),
                text -> new NftTexts("table ip filter {\n\t\t" + "ct state new ".repeat(text.length() / 13)
                                + "# handle 4\n}")
                        .explain(chain(text)));
    }

    private static Chain chain(String parts) {
        return Ruleset.parse("{\"nftables\":[{\"chain\":{\"family\":\"ip\",\"table\":\"filter\",\"name\":\"c\"}},"
                        + "{\"rule\":{\"family\":\"ip\",\"table\":\"filter\",\"chain\":\"c\",\"handle\":4,\"expr\":["
                        + parts + "{}]}}]}")
                .chains()
                .iterator()
                .next();
    }

    /** Each chain leads to the next one in many ways: there are too many ways to follow each. */
    @Test
    void chainsThatManyRulesJumpTo() {
        int depth = 15;
        assertLinear("jumps", length -> ruleset(depth, length / depth / 150 + 1), text -> {
            Ruleset rules = Ruleset.parse(text);
            Verdict.on(Traffic.arriving(Protocol.TCP, AddressFamily.IPV4, 80), rules, List.of());
        });
    }

    @Test
    void savedTablesOfIptables() {
        for (String part : List.of(" ", "\"", "! ", "--dports 1,", "-m x ", "--ctstate A,", "1,", "-A INPUT -j a\n")) {
            assertLinear(
                    "-A INPUT " + part,
                    length -> "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p tcp --dports 1,"
                            + part.repeat(length / part.length()) + "\nCOMMIT",
                    text -> IptablesSave.parse("ip", "iptables", text));
        }
    }

    @Test
    void textsOfRules() {
        for (String part :
                List.of(" ", "\t\t # handle 1\n", " # handle ", "ct state ", "tcp dport { ", "counter packets ")) {
            assertLinear(
                    part, length -> "table ip a {\n\t\t" + part.repeat(length / part.length()) + "x", NftTexts::new);
        }
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
