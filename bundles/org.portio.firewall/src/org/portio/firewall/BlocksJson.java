// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;

/** Blocks as JSON, one per line, which {@code blocks.schema.json} describes. Unknown values are null. */
public final class BlocksJson {

    /** The schema, which changes when a program that reads it would have to. */
    private static final int SCHEMA = 1;

    private BlocksJson() {}

    /** Returns one document, without the end of its last line. */
    public static String document(List<Block> blocks, Instant time) {
        return JsonDocument.of(SCHEMA, time)
                .with("blocks", blocks.stream().map(BlocksJson::json))
                .text();
    }

    private static JsonObject json(Block block) {
        BlockRequest request = block.request();
        JsonObject json = new JsonObject();
        json.put("id", block.id());
        json.put("protocol", request.protocol().label());
        json.put("firstPort", request.ports().first());
        json.put("lastPort", request.ports().last());
        json.put("direction", request.direction().label());
        json.put("verdict", request.verdict() == null ? null : request.verdict().label());
        json.put("state", label(block.state()));
        json.put("since", block.since());
        json.put(
                "expiry",
                request.expiry() == null ? null : label(request.expiry().kind()));
        json.put("until", block.until());
        json.put("hits", block.hits() < 0 ? null : block.hits());
        json.put("loopback", request.loopback());
        json.put("cutExisting", request.cutExisting());
        json.put("program", request.program());
        json.put("controlGroup", request.controlGroup());
        json.put("backend", block.backend());
        json.put("uid", block.user());
        json.put("reason", request.reason());
        json.put("overriddenBy", block.overriddenBy().isEmpty() ? null : block.overriddenBy());
        json.put("run", request.run().isEmpty() ? null : request.run());
        return json;
    }

    /** Returns text such as {@code until-restart}. */
    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
