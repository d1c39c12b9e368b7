// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.feed.internal.SettingsJson;
import org.portio.json.Json;
import org.portio.json.JsonDocument;
import org.portio.json.JsonFields;
import org.portio.json.JsonFile;
import org.portio.json.JsonObject;

/** The file {@code feed.json}: whether the keeper is to publish, and where. It lasts over restarts of the keeper. */
public final class FeedSwitch {

    /**
     * A position of the switch.
     *
     * @param settings null as long as nobody has chosen any
     */
    public record Position(boolean isOn, FeedSettings settings) {

        /** Off, as long as nobody has switched it on. */
        public static final Position OFF = new Position(false, null);
    }

    private static final int SCHEMA = 1;
    private static final String ON = "on";

    private final Path path;
    private final JsonFile file;

    private FeedSwitch(Path path, Consumer<SetAside> reports) {
        this.path = path;
        file = new JsonFile(path, SCHEMA, reports);
    }

    /**
     * Returns the one among these places.
     *
     * @param reports takes a damaged file that is set aside; then the switch is off
     */
    public static FeedSwitch of(Places places, Consumer<SetAside> reports) {
        return new FeedSwitch(places.config().resolve("feed.json"), reports);
    }

    /**
     * Returns its position.
     *
     * @throws FeedException if it cannot be read; the message says what to do
     */
    public Position position() throws FeedException {
        try {
            return file.read(this::parse).orElse(Position.OFF);
        } catch (IOException e) {
            throw failure("read", e);
        }
    }

    private Position parse(String text, Consumer<String> problems) throws JsonFile.NewerException {
        JsonObject document = Json.parse(text).asObject();
        file.checkSchema(document, problems);
        JsonFields fields = JsonFields.of(document);
        return new Position(fields.truth(ON), SettingsJson.read(fields));
    }

    /**
     * Sets it.
     *
     * @throws FeedException if it cannot be written; the message says what to do
     */
    public void set(Position position) throws FeedException {
        try {
            file.write(JsonDocument.versioned(SCHEMA)
                    .put(ON, position.isOn())
                    .putAll(SettingsJson.write(position.settings())));
        } catch (IOException e) {
            throw failure("written", e);
        }
    }

    private FeedException failure(String what, IOException cause) {
        Kind kind = cause instanceof AccessDeniedException ? Kind.PERMISSION : Kind.FAILED;
        return new FeedException(
                Failure.of(
                        kind,
                        path + " cannot be " + what + ": " + FileFailure.text(cause),
                        "the file and its folder have to be yours alone, and the disk needs room"),
                cause);
    }
}
