// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.nft;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.portio.core.port.PortRange;

/** Expressions of nftables in its JSON, see {@code libnftables-json(5)}. */
public final class NftJson {

    private NftJson() {}

    public static JsonObject match(String operator, JsonElement left, JsonElement right) {
        JsonObject match = new JsonObject();
        match.addProperty("op", operator);
        match.add("left", left);
        match.add("right", right);
        return object("match", match);
    }

    private static JsonObject keyed(String name, String key) {
        JsonObject value = new JsonObject();
        value.addProperty("key", key);
        return object(name, value);
    }

    public static JsonObject meta(String key) {
        return keyed("meta", key);
    }

    /** Returns who opened the connection that a packet belongs to: {@code original} is the way of its first packet. */
    static JsonObject connectionDirection() {
        return keyed("ct", "direction");
    }

    static JsonObject set(String... values) {
        JsonArray set = new JsonArray();
        for (String value : values) {
            set.add(value);
        }
        return object("set", set);
    }

    /** Of its connection, as conntrack has it. */
    public static JsonObject state() {
        return keyed("ct", "state");
    }

    public static JsonObject destinationType() {
        JsonObject fib = new JsonObject();
        fib.addProperty("result", "type");
        JsonArray flags = new JsonArray();
        flags.add("daddr");
        fib.add("flags", flags);
        return object("fib", fib);
    }

    public static JsonObject payload(String protocol, String field) {
        JsonObject payload = new JsonObject();
        payload.addProperty("protocol", protocol);
        payload.addProperty("field", field);
        return object("payload", payload);
    }

    public static JsonElement range(PortRange ports) {
        if (ports.isSingle()) {
            return new JsonPrimitive(ports.first());
        }
        JsonArray range = new JsonArray();
        range.add(ports.first());
        range.add(ports.last());
        return object("range", range);
    }

    /** The level is how deep the group lies, which nftables cannot tell from its path. */
    static JsonObject controlGroup(String path) {
        String relative = path.substring(1);
        JsonObject socket = keyed("socket", "cgroupv2");
        socket.getAsJsonObject("socket").addProperty("level", relative.split("/").length);
        return match("==", socket, new JsonPrimitive(relative));
    }

    public static JsonObject object(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }
}
