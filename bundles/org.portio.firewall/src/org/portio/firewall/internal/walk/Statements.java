// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.util.Map;
import java.util.Set;
import org.portio.firewall.internal.ruleset.Ruleset;
import org.portio.json.JsonValue;

/** Interprets what statements of rules do to a packet. */
final class Statements {

    private static final Map<String, End> VERDICTS = Map.of(
            "accept", End.ACCEPTED,
            "drop", End.REFUSED,
            "reject", End.REFUSED,
            "return", End.BACK,
            "dnat", End.TURNED,
            "redirect", End.TURNED,
            "tproxy", End.TURNED);
    /** Statements that let the packet go on as it is, conditions among them. */
    private static final Set<String> HARMLESS = Set.of(
            "match",
            "counter",
            "log",
            "continue",
            "snat",
            "masquerade",
            "dup",
            "flow",
            "ct helper",
            "last",
            "limit",
            "quota",
            "ct count",
            "set",
            "map",
            "meter",
            "osf",
            "connlimit");

    private static final Set<String> TURNING_TARGETS = Set.of("DNAT", "REDIRECT", "TPROXY", "NETMAP");
    private static final Set<String> HARMLESS_TARGETS = Set.of(
            "LOG",
            "NFLOG",
            "ULOG",
            "MARK",
            "CONNMARK",
            "SECMARK",
            "CONNSECMARK",
            "MASQUERADE",
            "SNAT",
            "TCPMSS",
            "TCPOPTSTRIP",
            "DSCP",
            "TOS",
            "TTL",
            "HL",
            "CLASSIFY",
            "SET",
            "TRACE",
            "AUDIT",
            "TEE");

    private Statements() {}

    /** Returns the end of a statement that is neither a jump nor a map of verdicts. */
    static End end(String name, JsonValue value) {
        if ("xt".equals(name)) {
            return foreign(value);
        }
        if ("mangle".equals(name)) {
            return change(value);
        }
        return VERDICTS.getOrDefault(name, HARMLESS.contains(name) ? End.ON : End.UNCLEAR);
    }

    /** Marks are not part of the packet, and most of its fields have no say in where it goes. */
    private static End change(JsonValue change) {
        JsonValue key = change.asObject().get("key");
        return switch (key == null ? "" : Ruleset.payload(key, "field")) {
            case "dport", "daddr" -> End.TURNED;
            case "sport", "saddr", "protocol", "nexthdr", "flags" -> End.UNCLEAR;
            default -> End.ON;
        };
    }

    private static End foreign(JsonValue foreign) {
        if (!foreign.isObject()) {
            return End.UNCLEAR;
        }
        String name = Ruleset.text(foreign.asObject(), "name");
        if ("match".equals(Ruleset.text(foreign.asObject(), "type")) || HARMLESS_TARGETS.contains(name)) {
            return End.ON;
        }
        return TURNING_TARGETS.contains(name) ? End.TURNED : End.UNCLEAR;
    }

    /** Returns how users know it. */
    static String name(Map.Entry<String, JsonValue> statement) {
        return "xt".equals(statement.getKey())
                ? Doubt.on("xt", statement.getValue()).about()
                : statement.getKey();
    }
}
