// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Blocks as JSON, one to a line, which {@code blocks.schema.json} describes. What is not known is null. */
public final class BlocksJson {

    /** It changes when a program that reads it would have to. */
    private static final int SCHEMA = 1;

    private BlocksJson() {}

    /** Returns one document, without the end of its last line. */
    public static String document(List<Block> blocks, Instant time) {
        String lines = blocks.stream().map(block -> "\n" + json(block)).collect(Collectors.joining(","));
        return "{\"schema\":" + SCHEMA + ",\"time\":\"" + time + "\",\"blocks\":[" + lines + "\n]}";
    }

    private static String json(Block block) {
        BlockRequest request = block.request();
        JsonObject json = new JsonObject();
        json.addProperty("id", block.id().toString());
        json.addProperty("protocol", request.protocol().label());
        json.addProperty("firstPort", request.ports().first());
        json.addProperty("lastPort", request.ports().last());
        json.addProperty("direction", request.direction().label());
        json.addProperty(
                "verdict", request.verdict() == null ? null : request.verdict().label());
        json.addProperty("state", label(block.state()));
        json.addProperty("since", text(block.since()));
        json.addProperty(
                "expiry",
                request.expiry() == null ? null : label(request.expiry().kind()));
        json.addProperty("until", text(block.until()));
        json.addProperty("hits", block.hits() < 0 ? null : Long.valueOf(block.hits()));
        json.addProperty("loopback", request.loopback());
        json.addProperty("cutExisting", request.cutExisting());
        json.addProperty("program", request.program());
        json.addProperty("controlGroup", request.controlGroup());
        json.addProperty("backend", block.backend());
        json.addProperty("uid", block.user());
        json.addProperty("reason", request.reason());
        return json.toString();
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }

    /** Returns text such as {@code until-restart}. */
    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
