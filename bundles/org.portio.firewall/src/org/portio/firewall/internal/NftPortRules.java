// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.core.PortRange;
import org.portio.core.Protocol;
import org.portio.firewall.internal.NftRuleset.Chain;

/** Rules that name a local port and keep packets from it, each by itself: what comes before it is not looked at. */
final class NftPortRules {

    /**
     * A rule that names a port, and refuses its packets or turns them elsewhere.
     *
     * @param place as {@code chain inet filter input}
     * @param text what it does, as {@code tcp dport 8080 drop}
     * @param ports those that the rule names, of which the one asked for is one
     * @param isConditional whether more than protocol and port must match
     */
    record PortRule(
            String place, String text, String comment, PortRange ports, boolean redirects, boolean isConditional) {}

    private static final Set<String> REFUSING = Set.of("drop", "reject");
    private static final Set<String> TURNING = Set.of("dnat", "redirect");
    /** Where packets to this machine pass, and those that it turns to containers. A chain without a hook is jumped to. */
    private static final Set<String> HOOKS = Set.of("input", "prerouting", "ingress", "");

    private final NftRuleset rules;

    NftPortRules(NftRuleset rules) {
        this.rules = rules;
    }

    /** Those that name this one. */
    List<PortRule> about(int port, Protocol protocol) {
        List<PortRule> found = new ArrayList<>();
        rules.chains().stream()
                .filter(chain -> HOOKS.contains(chain.hook()))
                .forEach(chain -> chain.rules().forEach(rule -> take(rule, chain, port, protocol, found)));
        return found;
    }

    private void take(JsonObject rule, Chain chain, int port, Protocol protocol, List<PortRule> found) {
        List<JsonObject> expressions = rule.getAsJsonArray("expr").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
        boolean redirects = expressions.stream().anyMatch(expression -> hasAny(expression, TURNING));
        boolean refuses = expressions.stream().anyMatch(expression -> hasAny(expression, REFUSING));
        Conditions conditions = new Conditions();
        expressions.forEach(expression -> conditions.take(expression, port, protocol, chain.table()));
        if ((redirects || refuses) && conditions.ports != null && conditions.isThisProtocol) {
            found.add(new PortRule(
                    "chain " + chain.name(),
                    text(protocol, conditions.ports, expressions),
                    NftRuleset.text(rule, "comment"),
                    conditions.ports,
                    redirects,
                    conditions.areMore));
        }
    }

    private static String text(Protocol protocol, PortRange ports, List<JsonObject> expressions) {
        String verdict = expressions.stream()
                .flatMap(expression -> expression.keySet().stream())
                .filter(name -> REFUSING.contains(name) || TURNING.contains(name))
                .collect(Collectors.joining(" "));
        return protocol.label() + " dport " + ports + " " + verdict;
    }

    /** What a rule asks of a packet. */
    private final class Conditions {
        private PortRange ports;
        private boolean isThisProtocol;
        private boolean areMore;

        private void take(JsonObject expression, int port, Protocol protocol, String table) {
            JsonObject match = expression.has("match") ? expression.getAsJsonObject("match") : null;
            if (match == null) {
                areMore |= expression.has("xt");
            } else if (isPort(match, protocol)) {
                ports = rules.portsWith(port, match.get("right"), table);
                isThisProtocol |= !"th".equals(ofPayload(match, "protocol"));
            } else if (isProtocol(match, protocol)) {
                isThisProtocol = true;
            } else {
                areMore = true;
            }
        }
    }

    private static boolean hasAny(JsonObject expression, Set<String> names) {
        return names.stream().anyMatch(expression::has);
    }

    /** Whether it compares the port of arriving packets, in this protocol or in whichever they have. */
    private static boolean isPort(JsonObject match, Protocol protocol) {
        String of = ofPayload(match, "protocol");
        return "dport".equals(ofPayload(match, "field"))
                && ("th".equals(of) || protocol.name().toLowerCase(Locale.ROOT).equals(of))
                && List.of("==", "in").contains(NftRuleset.text(match, "op"));
    }

    private static String ofPayload(JsonObject match, String key) {
        JsonElement left = match.get("left");
        return left != null && left.isJsonObject() ? NftRuleset.payload(left.getAsJsonObject(), key) : "";
    }

    private static boolean isProtocol(JsonObject match, Protocol protocol) {
        JsonElement left = match.get("left");
        boolean asks = left != null
                && left.isJsonObject()
                && ("l4proto".equals(meta(left.getAsJsonObject())) || "protocol".equals(ofPayload(match, "field")));
        return asks
                && match.get("right").isJsonPrimitive()
                && match.get("right").getAsString().equalsIgnoreCase(protocol.name());
    }

    private static String meta(JsonObject left) {
        return left.has("meta") ? NftRuleset.text(left.getAsJsonObject("meta"), "key") : "";
    }
}
