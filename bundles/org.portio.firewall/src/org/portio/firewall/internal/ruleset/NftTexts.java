// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.port.PortRange;
import org.portio.firewall.internal.nft.json.NftJson;
import org.portio.json.JsonArray;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/**
 * Rules in nft's own words. Parts of them that iptables-nft has made have a name only in nft's JSON; those are understood
 * here of which nearly every such firewall is made.
 */
final class NftTexts {

    private static final String HANDLE = " # handle ";
    private static final Pattern COUNTER = Pattern.compile("\\bcounter (packets \\d+ bytes \\d+ ?|name \\S+ ?)?");
    private static final Pattern STATE = Pattern.compile("\\bct state (!= )?([a-z,]+)");
    private static final Pattern DESTINATION = Pattern.compile("\\bfib daddr type (!= )?([a-z]+)");
    private static final Pattern PORTS = Pattern.compile("\\b(tcp|udp) dport (!= )?\\{ ([0-9, -]+) \\}");

    private final Map<String, String> texts = new HashMap<>();

    /** Creates one with what {@code nft -a list ruleset} prints. */
    NftTexts(String listing) {
        String table = "";
        for (String line : listing.lines().toList()) {
            int handle = line.lastIndexOf(HANDLE);
            if (line.startsWith("table ")) {
                table = line.substring("table ".length(), Math.max(line.indexOf(" {"), "table ".length()));
            } else if (handle > 0) {
                String text = COUNTER.matcher(line.substring(0, handle)).replaceAll("");
                texts.put(table + " " + line.substring(handle + HANDLE.length()), text.strip());
            }
        }
    }

    /** Returns whether iptables-nft has made a part of it. */
    static boolean hasForeignPart(Rule rule) {
        return rule.expressions().stream().anyMatch(part -> part.asObject().has("xt"));
    }

    /** Gives the rules their texts, and puts what is understood in the place of names. */
    void explain(Chain chain) {
        chain.rules().replaceAll(rule -> {
            String text = texts.get(chain.table() + " " + rule.handle());
            return text == null ? rule : explained(rule.withText(text));
        });
    }

    /** Looks for each name once, however often a rule has it. */
    private static Rule explained(Rule rule) {
        Map<String, Optional<JsonObject>> found = new HashMap<>();
        JsonArray expressions = rule.expressions();
        for (int i = 0; i < expressions.size(); i++) {
            int at = i;
            JsonValue foreign = expressions.get(i).asObject().get("xt");
            String name = foreign != null && foreign.isObject() ? Ruleset.text(foreign.asObject(), "name") : "";
            found.computeIfAbsent(name, _ -> Optional.ofNullable(explained(name, rule.text())))
                    .ifPresent(own -> expressions.set(at, own));
        }
        return rule;
    }

    /** Matches have lower-case names, targets upper-case ones. */
    private static JsonObject explained(String name, String text) {
        return switch (name) {
            case "conntrack", "state" -> isOnce("\\bct ", text) ? match(STATE, text, NftJson.state()) : null;
            case "addrtype" -> isOnce("\\bfib ", text) ? match(DESTINATION, text, NftJson.destinationType()) : null;
            case "multiport" -> isOnce("\\bdport ", text) ? ports(text) : null;
            case "REJECT" -> NftJson.object("reject", JsonNull.INSTANCE);
            default -> null;
        };
    }

    private static boolean isOnce(String part, String text) {
        return Pattern.compile(part).matcher(text).results().count() == 1;
    }

    private static JsonObject ports(String text) {
        Matcher found = PORTS.matcher(text);
        return found.find() ? ports(found.group(1), "dport", found.group(2) != null, found.group(3), "-") : null;
    }

    /** Returns a comparison with a list of ports and ranges; null if it is not one. */
    static JsonObject ports(String protocol, String field, boolean isNegated, String list, String dash) {
        JsonArray set = new JsonArray();
        try {
            for (String part : list.split(", ?")) {
                set.add(NftJson.range(PortRange.parse(part.replace(dash, "-"))));
            }
        } catch (IllegalArgumentException _) {
            return null; // such as port 0
        }
        return NftJson.match(isNegated ? "!=" : "==", NftJson.payload(protocol, field), NftJson.object("set", set));
    }

    private static JsonObject match(Pattern pattern, String text, JsonObject left) {
        Matcher found = pattern.matcher(text);
        return found.find()
                ? oneOf(left, found.group(1) != null, List.of(found.group(2).split(",")))
                : null;
    }

    /** Returns a comparison with names. */
    static JsonObject oneOf(JsonObject left, boolean isNegated, List<String> names) {
        JsonArray values = new JsonArray();
        names.forEach(name -> values.add(JsonPrimitive.of(name)));
        return NftJson.match(isNegated ? "!=" : "in", left, values);
    }
}
