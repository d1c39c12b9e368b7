// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portio.json.JsonArray;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/** The flags of the segments of a TCP connection. */
final class TcpFlags {

    private static final Set<String> SYN = Set.of("syn");
    private static final Set<String> ACK = Set.of("ack");

    /** The flags of a packet that asks for a connection, with and without explicit congestion notification. */
    static final List<Set<String>> OPENING = List.of(SYN, Set.of("syn", "ecn", "cwr"));
    /** Flags of an open connection. */
    static final List<Set<String>> OPEN = List.of(ACK, Set.of("psh", "ack"), Set.of("fin", "ack"));
    /** Flags of the answer to a SYN. */
    static final List<Set<String>> ANSWERS =
            List.of(Set.of("syn", "ack"), ACK, Set.of("psh", "ack"), Set.of("fin", "ack"));

    private TcpFlags() {}

    /**
     * Returns whether a condition holds for all of these segments.
     *
     * @param mask the flags that are looked at; null for all
     * @param operator {@code ==}, {@code !=}, or {@code in} for any of them
     */
    static Match match(List<Set<String>> segments, JsonValue mask, String operator, JsonValue right) {
        Set<String> asked = flags(right);
        if (asked == null || !List.of("==", "!=", "in").contains(operator)) {
            return Match.MAYBE;
        }
        Set<String> looked = mask == null ? null : flags(mask);
        long holds = segments.stream()
                .filter(segment -> holds(masked(segment, looked), operator, asked))
                .count();
        return holds == 0 ? Match.NO : holds == segments.size() ? Match.YES : Match.MAYBE;
    }

    private static boolean holds(Set<String> segment, String operator, Set<String> asked) {
        return switch (operator) {
            case "in" -> segment.stream().anyMatch(asked::contains);
            case "==" -> segment.equals(asked);
            default -> !segment.equals(asked);
        };
    }

    private static Set<String> masked(Set<String> segment, Set<String> mask) {
        Set<String> masked = new HashSet<>(segment);
        if (mask != null) {
            masked.retainAll(mask);
        }
        return masked;
    }

    /** Returns null if these are not names of flags. */
    private static Set<String> flags(JsonValue names) {
        JsonValue list = names.isObject() && Subject.member(names, "|") != null ? Subject.member(names, "|") : names;
        JsonArray array = new JsonArray();
        if (list.isArray()) {
            array = list.asArray();
        } else {
            array.add(list);
        }
        Set<String> flags = new HashSet<>();
        for (JsonValue name : array) {
            if (!(name instanceof JsonPrimitive text) || text.isNumber()) {
                return null;
            }
            flags.add(text.asText());
        }
        return flags;
    }
}
