// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portio.core.AddressFamily;
import org.portio.core.Protocol;

/**
 * A packet of somebody on another machine to a port of this one. Of it are known protocol, family and port, that it does not
 * come through {@code lo}, that its destination is local, and what is known of its connection.
 *
 * @param state {@code new} or {@code established}, as conntrack has it
 */
record NftPacket(Protocol protocol, AddressFamily family, int port, String state) {

    /** Whether a condition holds for it. */
    enum Match {
        YES,
        NO,
        /** That depends on what is not known of it. */
        MAYBE;

        Match negated() {
            return this == MAYBE ? MAYBE : this == YES ? NO : YES;
        }
    }

    private static final Set<String> OTHER_PROTOCOLS =
            Set.of("icmp", "icmpv6", "igmp", "sctp", "dccp", "udplite", "esp", "ah", "comp", "arp");
    private static final Set<String> INTERFACE = Set.of("iif", "iifname");

    /** For {@code match} of libnftables-json(5). */
    Match matches(JsonObject match, NftRuleset rules, String table) {
        Match equal = compare(match.get("left"), match.get("right"), rules, table);
        String operator = match.has("op") ? match.get("op").getAsString() : "==";
        return switch (operator) {
            case "==", "in" -> equal;
            case "!=" -> equal.negated();
            default -> isForAnother(match.get("left")) ? Match.NO : Match.MAYBE;
        };
    }

    /** Whether what is looked at has this value, or one of these where they are several. */
    Match compare(JsonElement left, JsonElement right, NftRuleset rules, String table) {
        if (left == null || !left.isJsonObject()) {
            return Match.MAYBE;
        }
        if (isForAnother(left)) {
            return Match.NO;
        }
        JsonObject asked = left.getAsJsonObject();
        if (asked.has("payload") && "dport".equals(NftRuleset.payload(asked, "field"))) {
            return rules.compare(port, right, table);
        }
        if (INTERFACE.contains(key(asked, "meta"))) {
            return right.isJsonPrimitive() && "lo".equals(right.getAsString()) ? Match.NO : Match.MAYBE;
        }
        List<String> known = known(asked);
        return known.isEmpty() ? Match.MAYBE : oneOf(known, right);
    }

    /** The kind of a refusal implies for which packets it is, and nft leaves a condition that says so out of its list. */
    Match isRefusedBy(String type) {
        boolean refused = switch (type) {
            case "icmp" -> family == AddressFamily.IPV4;
            case "icmpv6" -> family == AddressFamily.IPV6;
            case "tcp reset" -> protocol == Protocol.TCP;
            default -> true;
        };
        return refused ? Match.YES : Match.NO;
    }

    /** A condition on a part that this packet has not, as on the source port of the other protocol. */
    private boolean isForAnother(JsonElement left) {
        String of = left != null && left.isJsonObject() ? NftRuleset.payload(left.getAsJsonObject(), "protocol") : "";
        boolean otherFamily = of.equals(family == AddressFamily.IPV4 ? "ip6" : "ip");
        boolean otherProtocol = of.equals(protocol == Protocol.TCP ? "udp" : "tcp");
        return otherFamily || otherProtocol || OTHER_PROTOCOLS.contains(of);
    }

    /** What this part of it is, as nft may write it; nothing where it is not known. */
    private List<String> known(JsonObject asked) {
        if (asked.has("payload")) {
            boolean next = Set.of("protocol", "nexthdr").contains(NftRuleset.payload(asked, "field"));
            return next ? protocolNames() : List.of();
        }
        if (asked.has("ct")) {
            return "state".equals(key(asked, "ct")) ? List.of(state) : List.of();
        }
        if (asked.has("fib")) {
            return isTypeOfDestination(asked.getAsJsonObject("fib")) ? List.of("local") : List.of();
        }
        return switch (key(asked, "meta")) {
            case "l4proto" -> protocolNames();
            case "nfproto" -> List.of(family.label());
            case "protocol" -> List.of(family == AddressFamily.IPV4 ? "ip" : "ip6");
            default -> List.of();
        };
    }

    private List<String> protocolNames() {
        return List.of(protocol.name().toLowerCase(Locale.ROOT), protocol == Protocol.TCP ? "6" : "17");
    }

    private static boolean isTypeOfDestination(JsonObject fib) {
        JsonElement flags = fib.get("flags");
        String only = flags == null ? "" : flags.isJsonArray() ? only(flags.getAsJsonArray()) : flags.getAsString();
        return "type".equals(fib.get("result").getAsString()) && "daddr".equals(only);
    }

    private static String only(JsonArray flags) {
        return flags.size() == 1 ? flags.get(0).getAsString() : "";
    }

    private static String key(JsonObject asked, String name) {
        return asked.has(name) && asked.get(name).isJsonObject()
                ? asked.getAsJsonObject(name).get("key").getAsString()
                : "";
    }

    private static Match oneOf(List<String> known, JsonElement values) {
        if (values.isJsonPrimitive()) {
            String value = values.getAsString();
            return known.contains(value) ? Match.YES : value.startsWith("@") ? Match.MAYBE : Match.NO;
        }
        if (values.isJsonObject()) {
            JsonObject object = values.getAsJsonObject();
            return object.has("set") ? oneOf(known, object.get("set")) : Match.MAYBE;
        }
        Match best = Match.NO;
        for (JsonElement value : values.getAsJsonArray()) {
            Match match = oneOf(known, value);
            best = match == Match.NO || best == Match.YES ? best : match;
        }
        return best;
    }
}
