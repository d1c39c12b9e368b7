// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.portio.core.system.Places;
import org.portio.reservation.HeldPorts;

/** Whether there is anything for a keeper to hold, as far as the file tells. What it means is for the keeper to read. */
final class SavedReservations {

    private final Path file;

    SavedReservations(Places places) {
        file = HeldPorts.file(places);
    }

    /** Returns true also if the file cannot be read: the keeper has to report that. */
    boolean exist() {
        try {
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !isEmpty(JsonParser.parseString(Files.readString(file)));
        } catch (IOException | JsonParseException _) {
            return true;
        }
    }

    private static boolean isEmpty(JsonElement element) {
        return switch (element) {
            case JsonArray list -> list.isEmpty();
            case JsonObject object when object.has("reservations") -> isEmpty(object.get("reservations"));
            case JsonObject object -> object.isEmpty();
            // An empty file, too, says nothing, and is damaged.
            default -> false;
        };
    }
}
