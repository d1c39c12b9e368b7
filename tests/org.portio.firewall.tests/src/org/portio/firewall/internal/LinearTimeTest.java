// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.portio.testing.LinearTime.assertLinear;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.firewall.internal.elevation.HelperRequest;
import org.portio.firewall.internal.firewalld.FirewalldPolicies;
import org.portio.firewall.internal.iptables.IptablesState;
import org.portio.firewall.internal.nft.NftListing;
import org.portio.firewall.internal.pf.PfRules;
import org.portio.firewall.internal.ufw.UfwRules;
import org.portio.firewall.internal.windows.NetshBackend;
import org.portio.firewall.spi.RuleTag;

/** Reading lists of the system's firewalls, and requests to the helper, takes time in proportion to their length. */
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
                of(NftListing::parse),
                of(IptablesState::parse),
                UfwRules::parse,
                FirewalldPolicies::parse,
                text -> FirewalldPolicies.names(text, Set.of(UUID.randomUUID())),
                NetshBackend::parse,
                PfRules::tag,
                RuleTag::parse,
                of(HelperRequest::parse));
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
}
