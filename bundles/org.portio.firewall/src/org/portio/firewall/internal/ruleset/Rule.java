// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.util.List;
import java.util.Map;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/**
 * One rule.
 *
 * @param handle its number in its table; empty if it has none
 * @param text as the program shows it that made or lists it
 * @param comment empty for none
 * @param expressions conditions and statements, see libnftables-json(5)
 */
public record Rule(String handle, String text, String comment, JsonArray expressions) {

    /** Returns its conditions and statements by name, in their order. */
    public List<Map.Entry<String, JsonValue>> statements() {
        return expressions.stream()
                .map(JsonValue::asObject)
                .map(JsonObject::asMap)
                .flatMap(statement -> statement.entrySet().stream())
                .toList();
    }

    Rule withText(String newText) {
        return new Rule(handle, newText, comment, expressions);
    }
}
