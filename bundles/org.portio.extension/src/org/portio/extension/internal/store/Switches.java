// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.FileFailure;
import org.portio.core.system.SetAside;
import org.portio.extension.Fault;
import org.portio.extension.Problem.Kind;
import org.portio.extension.internal.store.Memory.Unknown;
import org.portio.json.Json;
import org.portio.json.JsonArray;
import org.portio.json.JsonDocument;
import org.portio.json.JsonFields;
import org.portio.json.JsonFile;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/** The memory of extensions: the user's switches, and failures. Those that nobody has touched are not in it. */
public final class Switches {

    /** Failures after which an extension is switched off. */
    public static final int TOO_MANY = 2;

    /**
     * The memory of one extension.
     *
     * @param enabled false if the user has disabled it
     * @param stamp of the file that failed; another one is a new beginning
     * @param faults the oldest first
     */
    public record Entry(String id, boolean enabled, String stamp, List<Fault> faults) {

        static Entry untouched(String id) {
            return new Entry(id, true, "", List.of());
        }

        public Entry with(boolean on) {
            return new Entry(id, on, stamp, on ? List.of() : faults);
        }

        /** Adds a failure of a file, and forgets those of the file that was there before, and of all but the last ones. */
        public Entry with(Fault fault, String file) {
            List<Fault> all = new ArrayList<>(faults(file));
            all.add(fault);
            return new Entry(id, enabled, file, List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size())));
        }

        /** Returns the failures of a file. */
        public List<Fault> faults(String file) {
            return stamp.equals(file) ? faults : List.of();
        }
    }

    private static final int KEPT = 10;
    private static final int SCHEMA = 1;
    private static final String LIST = "extensions";

    private final JsonFile file;
    private final Path path;
    private final Path lock;

    /** Remembers in this folder, PortIO's own. */
    public Switches(Path folder) {
        this.path = folder.resolve("extensions.json");
        this.file = new JsonFile(path, SCHEMA, _ -> {
            // The copy lies beside the file; doctor lists it.
        });
        this.lock = folder.resolve("extensions.lock");
    }

    /**
     * Returns what is known. A file that is damaged is set aside; for as long as the user leaves its copy there, it is unknown
     * what else it said.
     */
    public Memory memory() {
        try {
            Map<String, Entry> entries = read();
            List<SetAside> damage = damage();
            return new Memory(
                    entries,
                    damage.isEmpty()
                            ? null
                            : new Unknown(Kind.MEMORY_LOST, damage.getLast().text()));
        } catch (IOException e) {
            return new Memory(Map.of(), new Unknown(Kind.MEMORY_UNREADABLE, FileFailure.text(e)));
        }
    }

    private Map<String, Entry> read() throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        file.read(this::parse).ifPresent(found -> found.forEach(entry -> entries.put(entry.id(), entry)));
        return entries;
    }

    private List<Entry> parse(String text, Consumer<String> problems) throws JsonFile.NewerException {
        JsonObject document = Json.parse(text, problems).asObject();
        file.checkSchema(document, problems);
        return JsonFields.of(document).objects(LIST, Switches::entry);
    }

    private static Entry entry(JsonFields fields) {
        return new Entry(
                fields.text("id"),
                fields.truth("enabled"),
                fields.text("stamp"),
                fields.objects("faults", Switches::fault));
    }

    private static Fault fault(JsonFields fields) {
        return new Fault(
                fields.time("time"),
                fields.constant("kind", Fault.Kind.class),
                fields.text("where"),
                fields.text("what"));
    }

    /** Returns a text that is another one whenever {@link #memory()} may have another answer. */
    public String stamp() {
        String copies = " " + damage().size() + Files.isReadable(path);
        try {
            return Files.getLastModifiedTime(path).toString() + Files.size(path) + copies;
        } catch (IOException _) {
            return copies;
        }
    }

    /** Returns copies of this file that was damaged. */
    public List<SetAside> damage() {
        return SetAside.of(path);
    }

    /** Changes the entry of one extension; returns what it is then. */
    public Entry change(String id, UnaryOperator<Entry> change) throws IOException {
        try (ExclusiveFile _ = ExclusiveFile.take(lock)) {
            Map<String, Entry> entries = read();
            Entry changed = change.apply(entries.getOrDefault(id, Entry.untouched(id)));
            entries.put(id, changed);
            // While a damaged copy lies there, what is not in this file counts as unknown.
            if (changed.enabled() && changed.faults().isEmpty() && damage().isEmpty()) {
                entries.remove(id);
            }
            JsonObject document = JsonDocument.versioned(SCHEMA);
            file.write(document.put(LIST, JsonArray.of(entries.values(), Switches::json)));
            return changed;
        }
    }

    private static JsonValue json(Entry entry) {
        return new JsonObject()
                .put("id", entry.id())
                .put("enabled", entry.enabled())
                .put("stamp", entry.stamp())
                .put("faults", JsonArray.of(entry.faults(), Switches::json));
    }

    private static JsonValue json(Fault fault) {
        return new JsonObject()
                .put("time", fault.time())
                .put("kind", fault.kind().name())
                .put("where", fault.where())
                .put("what", fault.what());
    }
}
