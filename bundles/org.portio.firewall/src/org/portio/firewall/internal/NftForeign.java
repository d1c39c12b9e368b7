// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.PortRange;
import org.portio.firewall.internal.NftRuleset.Chain;

/**
 * Parts of rules that iptables-nft has made. In nft's JSON they have a name only; in its text, nft says them in its own
 * words, of which those are understood here that nearly every such firewall is made of.
 */
final class NftForeign {

    private static final Pattern TABLE = Pattern.compile("table (\\S+ \\S+) \\{.*");
    private static final String HANDLE = " # handle ";
    private static final Pattern STATE = Pattern.compile("\\bct state (!= )?([a-z,]+)");
    private static final Pattern DESTINATION = Pattern.compile("\\bfib daddr type (!= )?([a-z]+)");
    private static final Pattern PORTS = Pattern.compile("\\b(tcp|udp) dport (!= )?\\{ ([0-9, -]+) \\}");

    private final Map<String, String> texts = new HashMap<>();

    /** With what {@code nft -a list ruleset} prints. */
    NftForeign(String text) {
        String table = "";
        for (String line : text.lines().toList()) {
            Matcher begins = TABLE.matcher(line);
            int handle = line.lastIndexOf(HANDLE);
            if (begins.matches()) {
                table = begins.group(1);
            } else if (handle >= 0 && line.startsWith("\t")) {
                texts.put(
                        table + " " + line.substring(handle + HANDLE.length()),
                        line.substring(0, handle).strip());
            }
        }
    }

    /** Whether there is such a part. */
    static boolean isIn(JsonObject rule) {
        return rule.getAsJsonArray("expr").asList().stream()
                .anyMatch(expression -> !name(expression).isEmpty());
    }

    /** Matches have lower-case names, targets upper-case ones. */
    private static String name(JsonElement expression) {
        JsonElement foreign = expression.getAsJsonObject().get("xt");
        return foreign != null && foreign.isJsonObject() ? NftRuleset.text(foreign.getAsJsonObject(), "name") : "";
    }

    /** Puts what is understood in the place of the names. */
    void explain(Chain chain) {
        for (JsonObject rule : chain.rules()) {
            String text = texts.getOrDefault(chain.table() + " " + NftRuleset.text(rule, "handle"), "");
            explain(rule.getAsJsonArray("expr"), text);
        }
    }

    /** Looks for each name once, however often a rule has it. */
    private static void explain(JsonArray expressions, String text) {
        Map<String, JsonObject> found = new HashMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            String name = name(expressions.get(i));
            if (!found.containsKey(name)) {
                found.put(name, explained(name, text));
            }
            if (found.get(name) != null) {
                expressions.set(i, found.get(name));
            }
        }
    }

    private static JsonObject explained(String name, String text) {
        return switch (name) {
            case "conntrack" -> text.split("\\bct ").length == 2 ? match(STATE, text, state()) : null;
            case "addrtype" ->
                text.split("\\bfib ").length == 2 ? match(DESTINATION, text, NftJson.destinationType()) : null;
            case "multiport" -> ports(text);
            case "REJECT" -> NftJson.object("reject", JsonNull.INSTANCE);
            default -> null;
        };
    }

    private static JsonObject ports(String text) {
        Matcher found = PORTS.matcher(text);
        if (!found.find()) {
            return null;
        }
        JsonArray set = new JsonArray();
        for (String part : found.group(3).split(", ?")) {
            set.add(NftJson.range(PortRange.parse(part)));
        }
        return NftJson.match(
                found.group(2) == null ? "==" : "!=",
                NftJson.payload(found.group(1), "dport"),
                NftJson.object("set", set));
    }

    private static JsonObject state() {
        JsonObject key = new JsonObject();
        key.addProperty("key", "state");
        return NftJson.object("ct", key);
    }

    private static JsonObject match(Pattern pattern, String text, JsonObject left) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return null;
        }
        JsonArray values = new JsonArray();
        for (String value : found.group(2).split(",")) {
            values.add(new JsonPrimitive(value));
        }
        return NftJson.match(found.group(1) == null ? "in" : "!=", left, values);
    }
}
