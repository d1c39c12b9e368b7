// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.nft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.firewall.Direction;
import org.portio.firewall.internal.nft.json.NftJson;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.RuleTag;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/**
 * Tells whether PortIO's rules still block what their tags say. Somebody may have deleted one of several, replaced one by
 * another that kept its comment, made the table dormant, or taken a chain off its hook.
 */
final class NftSoundness {

    private static final Map<String, String> HOOKS =
            Map.of(NftRules.INBOUND, "prerouting", NftRules.OUTBOUND, "output");
    /** Conditions that PortIO writes, beside the ports. */
    private static final Set<String> CONDITIONS =
            Set.of("iifname", "oifname", "fib", "direction", "state", "flags", "socket");

    private static final Set<String> STATEMENTS = Set.of("counter", "drop", "reject");

    private final Map<String, String> hooks = new HashMap<>();
    private boolean dormant;

    /** PortIO sets no flag: the only one that somebody else can set later makes the table dormant. */
    void takeTable(JsonObject table) {
        dormant = table.has("flags");
    }

    void takeChain(JsonObject chain) {
        if (chain.has("hook")) {
            hooks.put(chain.value("name").asText(), chain.get("hook").asText());
        }
    }

    /** Returns whether these, which are all rules with this tag, are what PortIO made. */
    boolean isWhole(RuleTag tag, List<JsonObject> rules) {
        return !dormant
                && rules.stream().allMatch(rule -> isSound(tag, rule))
                && Requests.ways(tag.direction()).stream().allMatch(way -> isComplete(way, rules));
    }

    private boolean isComplete(Direction way, List<JsonObject> rules) {
        String chain = way == Direction.INBOUND ? NftRules.INBOUND : NftRules.OUTBOUND;
        List<String> its = rules.stream()
                .filter(rule -> chain.equals(rule.value("chain").asText()))
                .map(rule -> rule.value("expr").toString())
                .toList();
        boolean tracked = its.stream().anyMatch(rule -> rule.contains("\"direction\""));
        return HOOKS.get(chain).equals(hooks.get(chain))
                && !its.isEmpty()
                && (!tracked || its.stream().anyMatch(rule -> rule.contains("\"untracked\"")));
    }

    private static boolean isSound(RuleTag tag, JsonObject rule) {
        boolean ports = false;
        boolean verdict = false;
        for (JsonValue element : rule.array("expr")) {
            JsonObject expression = element.asObject();
            JsonObject match = expression.has("match") ? expression.object("match") : null;
            if (match != null ? !isKnown(tag, match) : !STATEMENTS.containsAll(expression.names())) {
                return false;
            }
            ports |= match != null && isPorts(match);
            verdict |= match == null && !expression.has("counter");
        }
        return ports && verdict;
    }

    private static boolean isKnown(RuleTag tag, JsonObject match) {
        String left = match.value("left").toString();
        return isPorts(match)
                ? isSame(tag, match)
                : CONDITIONS.stream().anyMatch(condition -> left.contains("\"" + condition + "\""));
    }

    private static boolean isPorts(JsonObject match) {
        return match.value("left").toString().contains("\"dport\"");
    }

    private static boolean isSame(RuleTag tag, JsonObject match) {
        boolean equal = "==".equals(match.value("op").asText());
        JsonValue right = match.value("right");
        return equal
                && match.value("left").equals(NftJson.payload(tag.protocol().label(), "dport"))
                && (right.equals(NftJson.range(tag.ports()))
                        || right.equals(JsonPrimitive.of("@" + NftRules.setName(tag.id()))));
    }
}
