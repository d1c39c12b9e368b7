// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;

/** A part of a packet that rules compare with values. */
@FunctionalInterface
interface Subject {

    /** One whose value is not known. */
    Subject UNKNOWN = _ -> Match.MAYBE;

    /** Returns whether it has this value: a number, a name, a range, a prefix, or as many of these as it has parts. */
    Match is(JsonElement value);

    /** Returns one that nft writes in one of these ways. */
    static Subject named(String... names) {
        Set<String> known = Set.of(names);
        return value -> !value.isJsonPrimitive() ? Match.MAYBE : of(known.contains(value.getAsString()));
    }

    /** Returns a number such as a port. */
    static Subject number(int number) {
        return value -> {
            JsonArray range = Subject.member(value, "range");
            try {
                return range == null
                        ? of(value.getAsInt() == number)
                        : of(range.get(0).getAsInt() <= number
                                && number <= range.get(1).getAsInt());
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
    static JsonArray member(JsonElement value, String name) {
        JsonElement member = value.isJsonObject() ? ((JsonObject) value).get(name) : null;
        return member != null && member.isJsonArray() ? member.getAsJsonArray() : null;
    }

    private static Match of(boolean holds) {
        return holds ? Match.YES : Match.NO;
    }
}
