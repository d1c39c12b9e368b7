// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chains with their rules, and the sets and maps that these ask. */
final class Ruleset {

    private static final String NFT = "nft";

    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Map<String, JsonArray> sets = new HashMap<>();

    /**
     * Creates one from what {@code nft -j list ruleset} prints, see libnftables-json(5).
     *
     * @throws IllegalArgumentException if it is not such a list
     */
    static Ruleset parse(String json) {
        Ruleset ruleset = new Ruleset();
        try {
            for (JsonElement element :
                    JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("nftables")) {
                ruleset.take(element.getAsJsonObject());
            }
        } catch (RuntimeException | StackOverflowError e) {
            // Gson has an exception of its own for each way in which a value can be of another type.
            throw new IllegalArgumentException("nft printed something that is not a list of rules", e);
        }
        return ruleset;
    }

    private void take(JsonObject object) {
        if (object.has("rule")) {
            JsonObject rule = object.getAsJsonObject("rule");
            chains.get(NFT + " " + table(rule) + " " + text(rule, "chain"))
                    .rules()
                    .add(rule(rule));
        } else if (object.has("chain")) {
            add(chain(object.getAsJsonObject("chain")));
        } else if (object.has("set") || object.has("map")) {
            JsonObject set = object.getAsJsonObject(object.has("set") ? "set" : "map");
            JsonArray elements = set.has("elem") ? set.getAsJsonArray("elem") : new JsonArray();
            sets.put(table(set) + " " + text(set, "name"), elements);
        }
    }

    private static Rule rule(JsonObject rule) {
        JsonArray expressions = rule.getAsJsonArray("expr");
        expressions.forEach(JsonElement::getAsJsonObject);
        String handle = text(rule, "handle");
        return new Rule(handle, "the rule with the handle " + handle, text(rule, "comment"), expressions);
    }

    private static Chain chain(JsonObject chain) {
        return new Chain(
                table(chain),
                text(chain, "name"),
                text(chain, "hook"),
                text(chain, "type"),
                chain.has("prio") ? chain.get("prio").getAsInt() : 0,
                text(chain, "policy"),
                NFT,
                new ArrayList<>());
    }

    private static String table(JsonObject object) {
        return text(object, "family") + " " + text(object, "table");
    }

    void add(Chain chain) {
        chains.put(chain.key(), chain);
    }

    /** Returns all chains, in the order of the list. */
    Collection<Chain> chains() {
        return chains.values();
    }

    /** Returns the chain of this name in the table of another; null if there is none. */
    Chain chain(Chain from, String name) {
        return chains.get(from.key(name));
    }

    /** Returns the pairs or values of a set that is written out, or of one of this table; null if there is no such set. */
    JsonArray elements(JsonElement set, String table) {
        if (set.isJsonPrimitive()) {
            String name = set.getAsString();
            return name.startsWith("@") ? sets.get(table + " " + name.substring(1)) : null;
        }
        JsonElement inner = set.isJsonObject() ? set.getAsJsonObject().get("set") : set;
        return inner != null && inner.isJsonArray() ? inner.getAsJsonArray() : null;
    }

    /** Returns whether the part of a packet has this value, or one of these. */
    Match compare(Subject subject, JsonElement right, String table) {
        JsonElement value = value(right);
        if (value.isJsonPrimitive() && "*".equals(value.getAsString())) {
            return Match.YES;
        }
        boolean isNamed = value.isJsonPrimitive() && value.getAsString().startsWith("@");
        JsonArray several = elements(value, table);
        if (several == null) {
            return isNamed ? Match.MAYBE : subject.is(value);
        }
        Match any = Match.NO;
        for (JsonElement one : several) {
            any = any.or(compare(subject, one, table));
        }
        return any;
    }

    /** Without its timeout, its counter and its comment. */
    static JsonElement value(JsonElement element) {
        JsonElement inner = element.isJsonObject() ? element.getAsJsonObject().get("elem") : null;
        return inner == null ? element : inner.getAsJsonObject().get("val");
    }

    static String text(JsonObject object, String key) {
        return object.has(key) ? object.get(key).getAsString() : "";
    }

    /** Returns what is looked at in the packet itself; empty if it is something else. */
    static String payload(JsonElement asked, String key) {
        JsonElement payload = asked.isJsonObject() ? asked.getAsJsonObject().get("payload") : null;
        return payload != null && payload.isJsonObject() ? text(payload.getAsJsonObject(), key) : "";
    }
}
