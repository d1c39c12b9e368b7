// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.portio.core.PortRange;
import org.portio.core.Protocol;

/** What {@code nft -j list ruleset} prints, as far as it names local ports. See libnftables-json(5). */
final class NftRuleset {

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

    private final List<JsonObject> rules = new ArrayList<>();
    private final Map<String, String> hooks = new HashMap<>();
    private final Map<String, JsonArray> sets = new HashMap<>();

    private NftRuleset() {}

    /**
     * From the text.
     *
     * @throws IllegalArgumentException where it is no such list
     */
    static NftRuleset parse(String json) {
        NftRuleset ruleset = new NftRuleset();
        try {
            for (JsonElement element :
                    JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("nftables")) {
                ruleset.take(element.getAsJsonObject());
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException("nft printed something that is no list of rules", e);
        }
        return ruleset;
    }

    private void take(JsonObject object) {
        if (object.has("rule")) {
            rules.add(object.getAsJsonObject("rule"));
        } else if (object.has("chain")) {
            JsonObject chain = object.getAsJsonObject("chain");
            hooks.put(name(chain, "name"), text(chain, "hook"));
        } else if (object.has("set")) {
            JsonObject set = object.getAsJsonObject("set");
            sets.put(name(set, "name"), set.has("elem") ? set.getAsJsonArray("elem") : new JsonArray());
        }
    }

    private static String name(JsonObject object, String last) {
        return text(object, "family") + " " + text(object, "table") + " " + text(object, last);
    }

    private static String text(JsonObject object, String key) {
        return object.has(key) ? object.get(key).getAsString() : "";
    }

    /** The rules that name this local port and keep packets from it. */
    List<PortRule> about(int port, Protocol protocol) {
        List<PortRule> found = new ArrayList<>();
        for (JsonObject rule : rules) {
            String chain = name(rule, "chain");
            if (HOOKS.contains(hooks.getOrDefault(chain, ""))) {
                take(rule, chain, port, protocol, found);
            }
        }
        return found;
    }

    private void take(JsonObject rule, String chain, int port, Protocol protocol, List<PortRule> found) {
        List<JsonObject> expressions = StreamSupport.stream(
                        rule.getAsJsonArray("expr").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
        boolean redirects = expressions.stream().anyMatch(expression -> hasAny(expression, TURNING));
        boolean refuses = expressions.stream().anyMatch(expression -> hasAny(expression, REFUSING));
        Conditions conditions = new Conditions();
        String table = text(rule, "family") + " " + text(rule, "table");
        expressions.forEach(expression -> conditions.take(expression, port, protocol, table));
        if ((redirects || refuses) && conditions.ports != null && conditions.isThisProtocol) {
            found.add(new PortRule(
                    "chain " + chain,
                    text(protocol, conditions.ports, expressions),
                    text(rule, "comment"),
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
                ports = portsWith(port, match.get("right"), table);
                isThisProtocol |= !"th".equals(payload(match, "protocol"));
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
        String of = payload(match, "protocol");
        return "dport".equals(payload(match, "field"))
                && ("th".equals(of) || protocol.name().toLowerCase(Locale.ROOT).equals(of))
                && List.of("==", "in").contains(text(match, "op"));
    }

    private static String payload(JsonObject match, String key) {
        JsonElement left = match.get("left");
        if (left == null || !left.isJsonObject() || !left.getAsJsonObject().has("payload")) {
            return "";
        }
        JsonElement payload = left.getAsJsonObject().get("payload");
        return payload.isJsonObject() ? text(payload.getAsJsonObject(), key) : "";
    }

    private static boolean isProtocol(JsonObject match, Protocol protocol) {
        JsonElement left = match.get("left");
        boolean asks = left != null
                && left.isJsonObject()
                && ("l4proto".equals(meta(left.getAsJsonObject())) || "protocol".equals(payload(match, "field")));
        return asks
                && match.get("right").isJsonPrimitive()
                && match.get("right").getAsString().equalsIgnoreCase(protocol.name());
    }

    private static String meta(JsonObject left) {
        return left.has("meta") ? text(left.getAsJsonObject("meta"), "key") : "";
    }

    /** The part of what is compared with that has the port: a number, a range, a list of these, a set; null for none. */
    private PortRange portsWith(int port, JsonElement compared, String table) {
        if (compared.isJsonPrimitive()) {
            String text = compared.getAsString();
            return text.startsWith("@")
                    ? anyWith(port, sets.getOrDefault(table + " " + text.substring(1), new JsonArray()), table)
                    : range(port, compared, compared);
        }
        if (compared.isJsonObject()) {
            JsonObject object = compared.getAsJsonObject();
            if (object.has("range")) {
                JsonArray ends = object.getAsJsonArray("range");
                return range(port, ends.get(0), ends.get(1));
            }
            if (object.has("set")) {
                JsonElement set = object.get("set");
                return set.isJsonArray() ? anyWith(port, set.getAsJsonArray(), table) : portsWith(port, set, table);
            }
            return object.has("elem")
                    ? portsWith(port, object.getAsJsonObject("elem").get("val"), table)
                    : null;
        }
        return null;
    }

    private PortRange anyWith(int port, JsonArray elements, String table) {
        for (JsonElement element : elements) {
            PortRange found = portsWith(port, element, table);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static PortRange range(int port, JsonElement first, JsonElement last) {
        try {
            PortRange range = new PortRange(first.getAsInt(), last.getAsInt());
            return range.contains(port) ? range : null;
        } catch (IllegalArgumentException _) {
            return null; // a name of a service, or no port
        }
    }
}
