// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import org.portio.core.system.Places;
import org.portio.json.Json;
import org.portio.json.JsonArray;
import org.portio.json.JsonException;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;
import org.portio.reservation.HeldPorts;

/**
 * Whether there is anything for a keeper to hold, as far as the file shows. What it means is for the keeper to read.
 */
final class SavedReservations {

    private final Path file;

    SavedReservations(Places places) {
        file = HeldPorts.file(places);
    }

    /** Returns true also if the file cannot be read: the keeper has to report that. */
    boolean exist() {
        try {
            return !Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                    && !isEmpty(Json.parse(Files.readString(file), new ArrayList<>()::add));
        } catch (IOException | JsonException _) {
            return true;
        }
    }

    private static boolean isEmpty(JsonValue element) {
        return switch (element) {
            case JsonArray list -> list.isEmpty();
            case JsonObject object when object.has("reservations") -> isEmpty(object.get("reservations"));
            case JsonObject object -> object.isEmpty();
            // An empty file, too, says nothing, and is damaged.
            default -> false;
        };
    }
}
