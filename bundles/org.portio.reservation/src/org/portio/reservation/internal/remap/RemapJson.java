// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.remap;

import java.util.Optional;
import org.portio.json.JsonDocument;
import org.portio.json.JsonException;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.reservation.Remap;

/** Remaps as files. */
final class RemapJson {

    private static final int SCHEMA = 1;
    private static final int LAST = 65535;

    private RemapJson() {}

    static String text(Remap remap) {
        return put(JsonDocument.versioned(SCHEMA), remap).toString();
    }

    private static JsonObject put(JsonObject target, Remap remap) {
        return target.put("asked", remap.asked())
                .put("given", remap.given())
                .put("pid", remap.pid())
                .put("program", remap.program())
                .put("folder", remap.folder())
                .put("since", remap.since());
    }

    /** Reads one; empty if it is being written, or is none. */
    static Optional<Remap> read(String text) {
        try {
            JsonFields fields = JsonFields.parse(text);
            return Optional.of(new Remap(
                    fields.number("asked", 1, LAST),
                    fields.number("given", 1, LAST),
                    fields.number("pid"),
                    fields.text("program"),
                    fields.text("folder"),
                    fields.time("since")));
        } catch (JsonException _) {
            return Optional.empty();
        }
    }
}
