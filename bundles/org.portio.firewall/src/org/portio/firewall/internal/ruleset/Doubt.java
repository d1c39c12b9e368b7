// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule asks of a packet that is not known of it.
 *
 * @param about in nft's words, such as {@code ip saddr}; the name of an iptables match
 * @param understood false if PortIO does not know what it means
 */
record Doubt(String about, boolean understood) {

    /** Creates one on a condition. */
    static Doubt on(String statement, JsonElement value) {
        if ("xt".equals(statement)) {
            String name = value.isJsonObject() ? Ruleset.text(value.getAsJsonObject(), "name") : "";
            return new Doubt(name.isEmpty() ? "a part made by iptables" : "iptables' " + name, false);
        }
        JsonElement left = "match".equals(statement) ? value.getAsJsonObject().get("left") : value;
        boolean isNamed = "match".equals(statement) || "vmap".equals(statement);
        return new Doubt(isNamed ? name("vmap".equals(statement) ? key(value) : left) : statement, true);
    }

    /** Of several, each once: {@code it depends on ip saddr; it uses iptables' recent, which PortIO does not understand}. */
    static String text(List<Doubt> doubts) {
        String known = names(doubts, true);
        String unknown = names(doubts, false);
        return Stream.of(
                        known.isEmpty() ? "" : "it depends on " + known,
                        unknown.isEmpty() ? "" : "it uses " + unknown + ", which PortIO does not understand")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String names(List<Doubt> doubts, boolean understood) {
        return doubts.stream()
                .filter(doubt -> doubt.understood == understood)
                .map(Doubt::about)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static JsonElement key(JsonElement map) {
        return map.getAsJsonObject().get("key");
    }

    /** Of what is looked at. */
    private static String name(JsonElement left) {
        if (left == null || !left.isJsonObject()) {
            return "a value";
        }
        JsonObject asked = left.getAsJsonObject();
        if (asked.has("payload")) {
            return (Ruleset.payload(asked, "protocol") + " " + Ruleset.payload(asked, "field")).strip();
        }
        String kind = asked.keySet().stream().findFirst().orElse("a value");
        JsonElement inner = asked.get(kind);
        String key = inner != null && inner.isJsonObject() ? Ruleset.text(inner.getAsJsonObject(), "key") : "";
        return switch (kind) {
            case "concat", "&" ->
                name(
                        Subject.member(left, kind) == null
                                ? null
                                : Subject.member(left, kind).get(0));
            case "meta" -> key.startsWith("iif") || key.startsWith("oif") ? key : "meta " + key;
            default -> (kind + " " + key).strip();
        };
    }
}
