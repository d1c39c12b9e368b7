// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.portio.json.Json;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/** Chains with their rules, and the sets and maps that these ask. */
public final class Ruleset {

    private static final String NFT = "nft";

    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Map<String, JsonArray> sets = new HashMap<>();

    /**
     * Creates one from what {@code nft -j list ruleset} prints, see libnftables-json(5).
     *
     * @throws IllegalArgumentException if it is not such a list
     */
    public static Ruleset parse(String json) {
        Ruleset ruleset = new Ruleset();
        try {
            for (JsonValue element : Json.parse(json).asObject().array("nftables")) {
                ruleset.take(element.asObject());
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("nft printed something that is not a list of rules", e);
        }
        return ruleset;
    }

    private void take(JsonObject object) {
        if (object.has("rule")) {
            JsonObject rule = object.object("rule");
            chains.get(NFT + " " + table(rule) + " " + text(rule, "chain"))
                    .rules()
                    .add(rule(rule));
        } else if (object.has("chain")) {
            add(chain(object.object("chain")));
        } else if (object.has("set") || object.has("map")) {
            JsonObject set = object.object(object.has("set") ? "set" : "map");
            JsonArray elements = set.has("elem") ? set.array("elem") : new JsonArray();
            sets.put(table(set) + " " + text(set, "name"), elements);
        }
    }

    private static Rule rule(JsonObject rule) {
        JsonArray expressions = rule.array("expr");
        expressions.forEach(JsonValue::asObject);
        String handle = text(rule, "handle");
        return new Rule(handle, "the rule with the handle " + handle, text(rule, "comment"), expressions);
    }

    private static Chain chain(JsonObject chain) {
        return new Chain(
                table(chain),
                text(chain, "name"),
                text(chain, "hook"),
                text(chain, "type"),
                chain.has("prio") ? chain.get("prio").asInt() : 0,
                text(chain, "policy"),
                NFT,
                new ArrayList<>());
    }

    private static String table(JsonObject object) {
        return text(object, "family") + " " + text(object, "table");
    }

    /** Returns one with other chains in the place of these, and the same sets. */
    public Ruleset with(UnaryOperator<Chain> other) {
        Ruleset changed = new Ruleset();
        changed.sets.putAll(sets);
        chains.values().forEach(chain -> changed.add(other.apply(chain)));
        return changed;
    }

    public void add(Chain chain) {
        chains.put(chain.key(), chain);
    }

    /** Returns all chains, in the order of the list. */
    public Collection<Chain> chains() {
        return chains.values();
    }

    /** Returns the chain of this name in the table of another; null if there is none. */
    public Chain chain(Chain from, String name) {
        return chains.get(from.key(name));
    }

    /** Returns the pairs or values of a set that is written out, or of one of this table; null if there is no such set. */
    public JsonArray elements(JsonValue set, String table) {
        if (set.isPrimitive()) {
            String name = set.asText();
            return name.startsWith("@") ? sets.get(table + " " + name.substring(1)) : null;
        }
        JsonValue inner = set.isObject() ? set.asObject().get("set") : set;
        return inner != null && inner.isArray() ? inner.asArray() : null;
    }

    /** Returns the element without its timeout, its counter and its comment. */
    public static JsonValue value(JsonValue element) {
        JsonValue inner = element.isObject() ? element.asObject().get("elem") : null;
        return inner == null ? element : inner.asObject().get("val");
    }

    public static String text(JsonObject object, String key) {
        return object.has(key) ? object.get(key).asText() : "";
    }

    /** Returns what is looked at in the packet itself; empty if it is something else. */
    public static String payload(JsonValue asked, String key) {
        JsonValue payload = asked.isObject() ? asked.asObject().get("payload") : null;
        return payload != null && payload.isObject() ? text(payload.asObject(), key) : "";
    }
}
