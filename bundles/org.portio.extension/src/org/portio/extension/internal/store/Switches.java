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
import org.portio.extension.InstalledFeature;
import org.portio.extension.Problem.Kind;
import org.portio.extension.internal.store.Memory.Unknown;
import org.portio.json.Json;
import org.portio.json.JsonArray;
import org.portio.json.JsonDocument;
import org.portio.json.JsonFields;
import org.portio.json.JsonFile;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/**
 * The memory of extensions: the user's switches, failures, and features of repositories. Extensions that nobody has touched are
 * not in it.
 */
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
    private static final String FEATURES = "features";

    /** All that the file says. */
    private record Contents(Map<String, Entry> entries, List<InstalledFeature> features) {}

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
            Contents contents = read();
            List<SetAside> damage = damage();
            return new Memory(
                    contents.entries,
                    contents.features,
                    damage.isEmpty()
                            ? null
                            : new Unknown(Kind.MEMORY_LOST, damage.getLast().text()));
        } catch (IOException e) {
            return new Memory(Map.of(), List.of(), new Unknown(Kind.MEMORY_UNREADABLE, FileFailure.text(e)));
        }
    }

    /** Returns the features that were installed from repositories; none if that cannot be read. */
    public List<InstalledFeature> features() {
        return memory().features();
    }

    private Contents read() throws IOException {
        return file.read(this::parse).orElseGet(() -> new Contents(new LinkedHashMap<>(), List.of()));
    }

    private Contents parse(String text, Consumer<String> problems) throws JsonFile.NewerException {
        JsonObject document = Json.parse(text, problems).asObject();
        file.checkSchema(document, problems);
        JsonFields fields = JsonFields.of(document);
        Map<String, Entry> entries = new LinkedHashMap<>();
        fields.objects(LIST, Switches::entry).forEach(entry -> entries.put(entry.id(), entry));
        return new Contents(entries, fields.has(FEATURES) ? fields.objects(FEATURES, Switches::feature) : List.of());
    }

    private static Entry entry(JsonFields fields) {
        return new Entry(
                fields.text("id"),
                fields.truth("enabled"),
                fields.text("stamp"),
                fields.objects("faults", Switches::fault));
    }

    private static InstalledFeature feature(JsonFields fields) {
        return new InstalledFeature(
                fields.text("id"),
                fields.text("version"),
                fields.text("name"),
                fields.text("repository"),
                fields.texts("jars"));
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
            Contents contents = read();
            Map<String, Entry> entries = contents.entries;
            Entry changed = change.apply(entries.getOrDefault(id, Entry.untouched(id)));
            entries.put(id, changed);
            // While a damaged copy lies there, what is not in this file counts as unknown.
            if (changed.enabled() && changed.faults().isEmpty() && damage().isEmpty()) {
                entries.remove(id);
            }
            write(contents);
            return changed;
        }
    }

    /** Changes the list of features. */
    public void changeFeatures(UnaryOperator<List<InstalledFeature>> change) throws IOException {
        try (ExclusiveFile _ = ExclusiveFile.take(lock)) {
            Contents contents = read();
            List<InstalledFeature> features = change.apply(contents.features);
            if (!features.equals(contents.features)) {
                write(new Contents(contents.entries, features));
            }
        }
    }

    private void write(Contents contents) throws IOException {
        JsonObject document = JsonDocument.versioned(SCHEMA);
        file.write(document.put(LIST, JsonArray.of(contents.entries.values(), Switches::json))
                .put(FEATURES, JsonArray.of(contents.features, Switches::json)));
    }

    private static JsonValue json(InstalledFeature feature) {
        return new JsonObject()
                .put("id", feature.id())
                .put("version", feature.version())
                .put("name", feature.name())
                .put("repository", feature.repository())
                .put("jars", JsonArray.of(feature.jars()));
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
