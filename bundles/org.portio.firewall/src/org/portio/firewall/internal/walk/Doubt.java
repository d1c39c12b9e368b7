// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.firewall.internal.ruleset.Ruleset;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/**
 * A condition of a rule on something unknown about the packet.
 *
 * @param about in nft's words, such as {@code ip saddr}; the name of an iptables match
 * @param understood false if PortIO does not know what it means
 * @param ofClients whether it distinguishes clients; a mark that another rule has set, or the address that this machine
 * is     asked at, may be that of all of them
 */
public record Doubt(String about, boolean understood, boolean ofClients) {

    /** Creates one that distinguishes clients. */
    Doubt(String about, boolean understood) {
        this(about, understood, true);
    }

    /** Creates one on a condition. */
    static Doubt on(String statement, JsonValue value) {
        if ("xt".equals(statement)) {
            String name = value.isObject() ? Ruleset.text(value.asObject(), "name") : "";
            return new Doubt(name.isEmpty() ? "a part made by iptables" : "iptables' " + name, false);
        }
        JsonValue left = "match".equals(statement) ? value.asObject().get("left") : value;
        boolean isNamed = "match".equals(statement) || "vmap".equals(statement);
        JsonValue looked = "vmap".equals(statement) ? key(value) : left;
        return new Doubt(isNamed ? name(looked) : statement, true, !isNamed || !isOfAll(looked) || isOfGroups(value));
    }

    /** Returns whether it holds for packets only that are sent to several machines: what is sent to this one gets through. */
    private static boolean isOfGroups(JsonValue match) {
        JsonValue right = match.asObject().get("right");
        boolean isEqual = List.of("==", "in").contains(Ruleset.text(match.asObject(), "op"));
        return right != null && isEqual && AddressSubject.isGroup(right);
    }

    private static boolean isOfAll(JsonValue looked) {
        JsonArray masked = looked == null ? null : Subject.member(looked, "&");
        JsonValue asked = masked == null ? looked : masked.get(0);
        if (asked == null || !asked.isObject()) {
            return false;
        }
        boolean marks = asked.asObject().names().stream()
                .map(kind -> asked.asObject().get(kind))
                .anyMatch(inner -> inner.isObject() && "mark".equals(Ruleset.text(inner.asObject(), "key")));
        return marks || "daddr".equals(Ruleset.payload(asked, "field"));
    }

    /**
     * Joins several, each once: {@code it depends on ip saddr; it uses iptables' recent, which PortIO does not
     * understand}.
     */
    public static String text(List<Doubt> doubts) {
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

    private static JsonValue key(JsonValue map) {
        return map.asObject().get("key");
    }

    /** Names what the rule looks at. */
    private static String name(JsonValue left) {
        if (left == null || !left.isObject()) {
            return "a value";
        }
        JsonObject asked = left.asObject();
        if (asked.has("payload")) {
            return (Ruleset.payload(asked, "protocol") + " " + Ruleset.payload(asked, "field")).strip();
        }
        String kind = asked.names().stream().findFirst().orElse("a value");
        JsonValue inner = asked.get(kind);
        String key = inner != null && inner.isObject() ? Ruleset.text(inner.asObject(), "key") : "";
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
