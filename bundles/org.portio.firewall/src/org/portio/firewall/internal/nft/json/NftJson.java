// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.nft.json;

import org.portio.core.port.PortRange;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/** Expressions of nftables in its JSON, see {@code libnftables-json(5)}. */
public final class NftJson {

    private NftJson() {}

    public static JsonObject match(String operator, JsonValue left, JsonValue right) {
        JsonObject match = new JsonObject();
        match.put("op", operator);
        match.put("left", left);
        match.put("right", right);
        return object("match", match);
    }

    private static JsonObject keyed(String name, String key) {
        JsonObject value = new JsonObject();
        value.put("key", key);
        return object(name, value);
    }

    public static JsonObject meta(String key) {
        return keyed("meta", key);
    }

    /** Returns who opened the connection that a packet belongs to: {@code original} is the way of its first packet. */
    public static JsonObject connectionDirection() {
        return keyed("ct", "direction");
    }

    public static JsonObject set(String... values) {
        JsonArray set = new JsonArray();
        for (String value : values) {
            set.add(value);
        }
        return object("set", set);
    }

    /** Returns the state of the packet's connection, as conntrack names it. */
    public static JsonObject state() {
        return keyed("ct", "state");
    }

    public static JsonObject destinationType() {
        JsonObject fib = new JsonObject();
        fib.put("result", "type");
        JsonArray flags = new JsonArray();
        flags.add("daddr");
        fib.put("flags", flags);
        return object("fib", fib);
    }

    public static JsonObject payload(String protocol, String field) {
        JsonObject payload = new JsonObject();
        payload.put("protocol", protocol);
        payload.put("field", field);
        return object("payload", payload);
    }

    public static JsonValue range(PortRange ports) {
        if (ports.isSingle()) {
            return JsonPrimitive.of(ports.first());
        }
        JsonArray range = new JsonArray();
        range.add(ports.first());
        range.add(ports.last());
        return object("range", range);
    }

    /** The level is how deep the group lies, which nftables cannot tell from its path. */
    public static JsonObject controlGroup(String path) {
        String relative = path.substring(1);
        JsonObject socket = keyed("socket", "cgroupv2");
        socket.object("socket").put("level", relative.split("/").length);
        return match("==", socket, JsonPrimitive.of(relative));
    }

    public static JsonObject object(String name, JsonValue value) {
        return new JsonObject().put(name, value);
    }
}
