// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.json.Json;
import org.portio.json.JsonDocument;
import org.portio.json.JsonFields;
import org.portio.json.JsonFile;
import org.portio.json.JsonObject;

/**
 * The file {@code history.json}: whether the past is to be recorded, and how much of it is kept. It lasts over restarts; what
 * records looks at it again and again.
 */
public final class HistorySwitch {

    /**
     * A position of the switch.
     *
     * @param retention holds for what is kept already, too
     */
    public record Position(boolean isOn, Retention retention) {

        /** Off, as long as nobody has switched it on. */
        public static final Position OFF = new Position(false, Retention.DEFAULT);
    }

    private static final int SCHEMA = 1;
    private static final String ON = "on";
    private static final String HOURS = "hours";
    private static final String MEGABYTES = "megabytes";
    private static final int MEGABYTE = 1_000_000;
    private static final int MOST = 1_000_000;

    private final Path path;
    private final JsonFile file;

    private HistorySwitch(Path path, Consumer<SetAside> reports) {
        this.path = path;
        this.file = new JsonFile(path, SCHEMA, reports);
    }

    /**
     * Returns the one among these places.
     *
     * @param reports takes a damaged file that is set aside; then the switch is off
     */
    public static HistorySwitch of(Places places, Consumer<SetAside> reports) {
        return new HistorySwitch(places.config().resolve("history.json"), reports);
    }

    /**
     * Returns its position.
     *
     * @throws RecordException if it cannot be read; the message says what to do
     */
    public Position position() throws RecordException {
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
        return new Position(
                fields.truth(ON),
                new Retention(
                        Duration.ofHours(fields.number(HOURS, 1, MOST)),
                        (long) fields.number(MEGABYTES, 1, MOST) * MEGABYTE));
    }

    /**
     * Sets it.
     *
     * @throws RecordException if it cannot be written; the message says what to do
     */
    public void set(Position position) throws RecordException {
        try {
            file.write(JsonDocument.versioned(SCHEMA)
                    .put(ON, position.isOn())
                    .put(HOURS, position.retention().time().toHours())
                    .put(MEGABYTES, position.retention().bytes() / MEGABYTE));
        } catch (IOException e) {
            throw failure("written", e);
        }
    }

    private RecordException failure(String what, IOException cause) {
        Kind kind = cause instanceof AccessDeniedException ? Kind.PERMISSION : Kind.FAILED;
        return new RecordException(
                Failure.of(kind, path + " cannot be " + what + ": " + FileFailure.text(cause)), cause);
    }
}
