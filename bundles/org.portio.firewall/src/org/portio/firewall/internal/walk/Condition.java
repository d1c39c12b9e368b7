// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.util.Set;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.port.PortRange;
import org.portio.firewall.internal.nft.json.NftJson;
import org.portio.firewall.internal.ruleset.Ruleset;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/** Whether parts of rules of one table hold for a packet. */
record Condition(Ruleset rules, Packet packet, String table) {

    private static final int LAST_PORT = 65535;
    /** Statements that are conditions on more than the packet. */
    private static final Set<String> OTHERS =
            Set.of("limit", "quota", "ct count", "set", "map", "meter", "osf", "connlimit");

    /** Evaluates any statement: one that is not a condition matches. */
    Match of(String statement, JsonValue value) {
        return switch (statement) {
            case "match" -> comparison(value.asObject());
            case "reject" -> isRefusedBy(value);
            case "dnat", "redirect", "tproxy" -> translation(value);
            case "xt" -> foreign(value);
            default -> OTHERS.contains(statement) ? Match.MAYBE : Match.YES;
        };
    }

    private Match comparison(JsonObject match) {
        JsonValue left = match.get("left");
        if (left == null || match.get("right") == null) {
            return Match.MAYBE;
        }
        if (!packet.has(left)) {
            return Match.NO;
        }
        String operator = match.has("op") ? match.get("op").asText() : "==";
        boolean isMasked = Subject.member(left, "&") != null;
        JsonValue looked = isMasked ? Subject.member(left, "&").get(0) : left;
        if ("flags".equals(Ruleset.payload(looked, "field")) && packet.protocol() == Protocol.TCP) {
            JsonValue mask = isMasked ? Subject.member(left, "&").get(1) : null;
            return TcpFlags.match(packet.flags(), mask, operator, match.get("right"));
        }
        Subject subject =
                isMasked ? packet.masked(looked, Subject.member(left, "&").get(1)) : packet.part(left);
        return comparison(subject, operator, match.get("right"));
    }

    private Match comparison(Subject subject, String operator, JsonValue right) {
        return switch (operator) {
            case "==", "in" -> isOneOf(subject, right);
            case "!=" -> isOneOf(subject, right).negated();
            case "<", "<=", ">", ">=" -> ordered(subject, operator, right);
            default -> Match.MAYBE;
        };
    }

    /** Returns whether the part of a packet has this value, or one of these. */
    private Match isOneOf(Subject subject, JsonValue right) {
        JsonValue value = Ruleset.value(right);
        if (value.isPrimitive() && "*".equals(value.asText())) {
            return Match.YES;
        }
        boolean isNamed = value.isPrimitive() && value.asText().startsWith("@");
        JsonArray several = rules.elements(value, table);
        if (several == null) {
            return isNamed ? Match.MAYBE : subject.is(value);
        }
        Match any = Match.NO;
        for (JsonValue one : several) {
            any = any.or(isOneOf(subject, one));
        }
        return any;
    }

    private static Match ordered(Subject subject, String operator, JsonValue right) {
        if (!(right instanceof JsonPrimitive number) || !number.isNumber()) {
            return Match.MAYBE;
        }
        int limit = number.asInt();
        boolean isUpper = operator.startsWith("<");
        int bound = operator.endsWith("=") ? limit : isUpper ? limit - 1 : limit + 1;
        PortRange range;
        try {
            range = isUpper ? new PortRange(1, bound) : new PortRange(bound, LAST_PORT);
        } catch (IllegalArgumentException _) {
            return Match.MAYBE;
        }
        return subject.is(NftJson.range(range));
    }

    /** The kind of a refusal implies for which packets it is, and nft leaves a condition that says so out of its list. */
    private Match isRefusedBy(JsonValue refusal) {
        String type = refusal.isObject() ? Ruleset.text(refusal.asObject(), "type") : "";
        boolean refused = switch (type) {
            case "icmp" -> packet.family() == AddressFamily.IPV4;
            case "icmpv6" -> packet.family() == AddressFamily.IPV6;
            case "tcp reset" -> packet.protocol() == Protocol.TCP;
            default -> true;
        };
        return refused ? Match.YES : Match.NO;
    }

    /** Returns one to an address of the other family, and one that is looked up in a map that lacks the packet, do nothing. */
    private Match translation(JsonValue value) {
        if (!value.isObject()) {
            return Match.YES;
        }
        JsonObject translation = value.asObject();
        String own = packet.family() == AddressFamily.IPV4 ? "ip" : "ip6";
        if (translation.has("family") && !own.equals(Ruleset.text(translation, "family"))) {
            return Match.NO;
        }
        return isInMapOf(translation.get("addr")).and(isInMapOf(translation.get("port")));
    }

    private Match isInMapOf(JsonValue target) {
        JsonValue map = target != null && target.isObject() ? target.asObject().get("map") : null;
        if (map == null) {
            return Match.YES;
        }
        JsonValue key = map.asObject().get("key");
        JsonArray pairs = rules.elements(map.asObject().get("data"), table);
        if (pairs == null) {
            return Match.MAYBE;
        }
        Match any = Match.NO;
        for (JsonValue pair : pairs) {
            JsonValue value = pair.isArray() ? pair.asArray().get(0) : pair;
            any = any.or(compare(key, value));
        }
        return any;
    }

    /** Returns whether what a map looks at has this value. */
    Match compare(JsonValue key, JsonValue value) {
        return packet.has(key) ? isOneOf(packet.part(key), value) : Match.NO;
    }

    /** Returns a part that only iptables can read; older versions of nft do not even say which kind of thing it is. */
    private static Match foreign(JsonValue foreign) {
        if (!foreign.isObject()) {
            return Match.MAYBE;
        }
        String name = Ruleset.text(foreign.asObject(), "name");
        boolean isTarget = "target".equals(Ruleset.text(foreign.asObject(), "type"));
        return isTarget || "comment".equals(name) ? Match.YES : Match.MAYBE;
    }
}
