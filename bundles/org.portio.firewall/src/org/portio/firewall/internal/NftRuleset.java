// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.CommandRunner;
import org.portio.core.PortRange;

/** What {@code nft -j list ruleset} prints: chains with their rules, and sets. See libnftables-json(5). */
final class NftRuleset {

    /**
     * Rules in their order.
     *
     * @param name with family and table, as {@code inet filter input}
     * @param hook empty for a chain that others jump to
     * @param policy what becomes of a packet that comes to the end of a chain with a hook
     */
    record Chain(String name, String family, String table, String hook, String policy, List<JsonObject> rules) {}

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private final Map<String, JsonArray> sets = new HashMap<>();

    private NftRuleset() {}

    /** As they are now; empty where there is no nft, or this user may not see the rules. */
    static Optional<NftRuleset> read(CommandRunner runner) {
        try {
            CommandRunner.Result listing = runner.run(List.of("nft", "-j", "list", "ruleset"), "", LIMIT);
            if (listing.exitCode() != 0) {
                return Optional.empty();
            }
            NftRuleset ruleset = parse(listing.out());
            if (ruleset.chains().stream()
                    .anyMatch(chain -> chain.rules().stream().anyMatch(NftForeign::isIn))) {
                NftForeign foreign = new NftForeign(runner.run(List.of("nft", "-a", "list", "ruleset"), "", LIMIT)
                        .out());
                ruleset.chains().forEach(foreign::explain);
            }
            return Optional.of(ruleset);
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

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
            JsonObject rule = object.getAsJsonObject("rule");
            chains.get(name(rule, "chain")).rules().add(rule);
        } else if (object.has("chain")) {
            Chain chain = chain(object.getAsJsonObject("chain"));
            chains.put(chain.name(), chain);
        } else if (object.has("set") || object.has("map")) {
            JsonObject set = object.getAsJsonObject(object.has("set") ? "set" : "map");
            sets.put(name(set, "name"), set.has("elem") ? set.getAsJsonArray("elem") : new JsonArray());
        }
    }

    private static Chain chain(JsonObject chain) {
        return new Chain(
                name(chain, "name"),
                text(chain, "family"),
                text(chain, "family") + " " + text(chain, "table"),
                text(chain, "hook"),
                text(chain, "policy"),
                new ArrayList<>());
    }

    /** All chains, in the order of the list. */
    Collection<Chain> chains() {
        return chains.values();
    }

    /** The chain of this name in a table; null where there is none. */
    Chain chain(String table, String name) {
        return chains.get(table + " " + name);
    }

    /** The elements of a set or map in a table; null where there is none of this name. */
    JsonArray elements(String table, String name) {
        return sets.get(table + " " + name);
    }

    private static String name(JsonObject object, String last) {
        return text(object, "family") + " " + text(object, "table") + " " + text(object, last);
    }

    static String text(JsonObject object, String key) {
        return object.has(key) ? object.get(key).getAsString() : "";
    }

    /** A part of what is looked at in the packet itself; empty where it is something else. */
    static String payload(JsonObject asked, String key) {
        JsonElement payload = asked.get("payload");
        return payload != null && payload.isJsonObject() ? text(payload.getAsJsonObject(), key) : "";
    }

    /** Whether the port is this one, or one of these; a set that is not in the list may have it. */
    NftPacket.Match compare(int port, JsonElement compared, String table) {
        boolean missing = compared.isJsonPrimitive()
                && compared.getAsString().startsWith("@")
                && elements(table, compared.getAsString().substring(1)) == null;
        return missing
                ? NftPacket.Match.MAYBE
                : portsWith(port, compared, table) != null ? NftPacket.Match.YES : NftPacket.Match.NO;
    }

    /** The part of what is compared with that has the port: a number, a range, a list of these, a set; null for none. */
    PortRange portsWith(int port, JsonElement compared, String table) {
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
