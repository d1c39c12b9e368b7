// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.util.List;
import java.util.Set;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/** A part of a packet that rules compare with values. */
@FunctionalInterface
interface Subject {

    /** One whose value is not known. */
    Subject UNKNOWN = _ -> Match.MAYBE;

    /** Returns whether it has this value: a number, a name, a range, a prefix, or as many of these as it has parts. */
    Match is(JsonValue value);

    /** Returns one that nft writes in one of these ways. */
    static Subject named(String... names) {
        Set<String> known = Set.of(names);
        return value -> !value.isPrimitive() ? Match.MAYBE : of(known.contains(value.asText()));
    }

    /** Returns a number such as a port, or one of several that are not told apart. */
    static Subject number(int first, int last) {
        return value -> {
            JsonArray range = Subject.member(value, "range");
            try {
                int from = (range == null ? value : range.get(0)).asInt();
                int to = range == null ? from : range.get(1).asInt();
                boolean overlaps = from <= last && first <= to;
                return from <= first && last <= to ? Match.YES : overlaps ? Match.MAYBE : Match.NO;
            } catch (NumberFormatException | IllegalStateException | UnsupportedOperationException _) {
                return Match.MAYBE; // the name of a service
            }
        };
    }

    /** Several together, which nft writes with dots between them. */
    static Subject all(List<Subject> parts) {
        return value -> {
            JsonArray values = member(value, "concat");
            if (values == null || values.size() != parts.size()) {
                return Match.MAYBE;
            }
            Match all = Match.YES;
            for (int i = 0; i < parts.size(); i++) {
                all = all.and(parts.get(i).is(values.get(i)));
            }
            return all;
        };
    }

    /** Returns the list of this name in an object; null if there is none. */
    static JsonArray member(JsonValue value, String name) {
        JsonValue member = value.isObject() ? ((JsonObject) value).get(name) : null;
        return member != null && member.isArray() ? member.asArray() : null;
    }

    private static Match of(boolean holds) {
        return holds ? Match.YES : Match.NO;
    }
}
