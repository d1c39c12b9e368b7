// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * One rule.
 *
 * @param handle its number in its table; empty if it has none
 * @param text as the program shows it that made or lists it
 * @param comment empty for none
 * @param expressions conditions and statements, see libnftables-json(5)
 */
record Rule(String handle, String text, String comment, JsonArray expressions) {

    /** Returns its conditions and statements by name, in their order. */
    List<Map.Entry<String, JsonElement>> statements() {
        return expressions.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(JsonObject::asMap)
                .flatMap(statement -> statement.entrySet().stream())
                .toList();
    }

    Rule withText(String newText) {
        return new Rule(handle, newText, comment, expressions);
    }
}
