// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedSettings;
import org.portio.json.JsonException;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;

/** Writes what a user chooses of a feed as JSON, and reads it again. */
public final class SettingsJson {

    private static final String EVENTS = "events";
    private static final String SNAPSHOTS = "snapshots";
    private static final String PLAIN = "plain";
    private static final String CLIENTS = "clients";

    private SettingsJson() {}

    public static JsonObject write(FeedSettings settings) {
        return new JsonObject()
                .put(EVENTS, settings.events().toString())
                .put(SNAPSHOTS, settings.snapshots().toString())
                .put(PLAIN, settings.plain())
                .put(CLIENTS, settings.clients());
    }

    /** Reads them; fails with a {@link JsonException} if they are not valid, or others could read the feed. */
    public static FeedSettings read(JsonFields fields) {
        try {
            return FeedSettings.of(
                            FeedAddress.parse(fields.text(EVENTS)),
                            FeedAddress.parse(fields.text(SNAPSHOTS)),
                            fields.truth(PLAIN))
                    .withClients(fields.number(CLIENTS, 1, FeedSettings.MOST_CLIENTS));
        } catch (FeedException e) {
            throw new JsonException(e.getMessage(), e);
        }
    }
}
