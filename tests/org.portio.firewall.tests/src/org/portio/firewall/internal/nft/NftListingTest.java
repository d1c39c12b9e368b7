// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.nft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.firewall.FirewallException;
import org.portio.firewall.spi.AppliedRule;

/** Tests on output of nft 1.0.6. */
class NftListingTest {

    private static final String HEAD =
            "{\"nftables\": [{\"metainfo\": {\"version\": \"1.0.6\", \"json_schema_version\": 1}},"
                    + " {\"table\": {\"family\": \"inet\", \"name\": \"portio\", \"handle\": 1}}, {\"chain\": {\"family\": \"inet\", \"table\": \"portio\","
                    + " \"name\": \"inbound\", \"handle\": 2}}, ";
    private static final String TAG = "portio:v1:00000000-0000-4000-8000-000000000001:0:udp:8001-8003:both";
    private static final String INBOUND =
            "{\"rule\": {\"family\": \"inet\", \"table\": \"portio\", \"chain\": \"inbound\","
                    + " \"handle\": 6, \"comment\": \"" + TAG
                    + "\", \"expr\": [{\"match\": {\"op\": \"==\", \"left\": {\"payload\":"
                    + " {\"protocol\": \"udp\", \"field\": \"dport\"}}, \"right\": \"@b00000000000040008000000000000001\"}},"
                    + " {\"counter\": {\"packets\": 7, \"bytes\": 420}}, {\"reject\": {\"type\": \"icmpx\"}}]}}";
    private static final String OUTBOUND =
            INBOUND.replace("inbound", "outbound").replace("\"handle\": 6", "\"handle\": 9");
    private static final String SET =
            "{\"set\": {\"family\": \"inet\", \"name\": \"b00000000000040008000000000000001\","
                    + " \"table\": \"portio\", \"type\": \"inet_service\", \"handle\": 3, \"flags\": [\"interval\", \"timeout\"]";
    private static final String ELEMENTS =
            ", \"elem\": [{\"elem\": {\"val\": {\"range\": [8001, 8003]}, \"timeout\": 5, \"expires\": 4}}]";

    @Test
    void seesTheRulesOfBothDirectionsAsOneBlock() throws Exception {
        AppliedRule rule = only(HEAD + INBOUND + ", " + OUTBOUND + "]}");

        assertEquals(TAG, rule.tag().text());
        assertEquals(List.of("inbound 6", "outbound 9"), rule.handles());
        assertEquals(14, rule.hits());
    }

    @Test
    void tellsATimedBlockThatLastsFromOneThatIsOver() throws Exception {
        AppliedRule lasting = only(HEAD + SET + ELEMENTS + "}}, " + INBOUND + "]}");
        AppliedRule over = only(HEAD + SET + "}}, " + INBOUND + "]}");

        assertEquals(List.of("inbound 6", "b00000000000040008000000000000001"), lasting.handles());
        assertEquals(List.of(false, true), List.of(lasting.expired(), over.expired()));
    }

    @Test
    void passesOverTheRulesOfOthers() throws Exception {
        String foreign = INBOUND.replace(TAG, "docker");
        assertEquals(
                List.of(),
                NftListing.parse(HEAD + foreign + ", " + foreign.replaceFirst("\"comment\": \"docker\", ", "") + "]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "nothing",
                "{\"nftables\": 5}",
                "{\"nftables\": [{\"rule\": {\"comment\": \"" + TAG + "\"}}]}"
            })
    void failsOnWhatIsNoList(String text) {
        assertThrows(FirewallException.class, () -> NftListing.parse(text));
    }

    private static AppliedRule only(String json) throws FirewallException {
        List<AppliedRule> rules = NftListing.parse(json);
        assertEquals(1, rules.size());
        return rules.getFirst();
    }
}
