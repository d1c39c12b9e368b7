// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.portio.json.JsonArray;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;

/** Extensions as JSON, one per line, which {@code extensions.schema.json} describes. */
public final class ExtensionsJson {

    private static final int SCHEMA = 1;

    private ExtensionsJson() {}

    /** Returns a document without the end of its last line. */
    public static String document(List<Extension> extensions, Instant time) {
        return JsonDocument.of(SCHEMA, time)
                .with("extensions", extensions.stream().map(ExtensionsJson::json))
                .text();
    }

    private static JsonObject json(Extension extension) {
        Problem problem = extension.problem();
        return new JsonObject()
                .put("id", extension.id())
                .put("name", extension.name())
                .put("version", extension.version())
                .put("vendor", extension.vendor())
                .put("file", extension.file())
                .put("origin", extension.origin().label())
                .put("features", JsonArray.of(extension.features(), ExtensionsJson::json))
                .put("signers", extension.signers())
                .put("state", word(extension.state()))
                .put("brings", JsonArray.of(extension.brings(), ExtensionsJson::json))
                .put("problem", problem == null ? null : json(problem))
                .put("failures", JsonArray.of(extension.faults(), ExtensionsJson::json))
                .put("notes", extension.notes());
    }

    private static JsonObject json(InstalledFeature feature) {
        return new JsonObject()
                .put("id", feature.id())
                .put("version", feature.version())
                .put("name", feature.name())
                .put("repository", feature.repository());
    }

    private static JsonObject json(Brought brought) {
        return new JsonObject().put("kind", word(brought.kind())).put("name", brought.name());
    }

    private static JsonObject json(Problem problem) {
        return new JsonObject().put("kind", word(problem.kind())).put("text", problem.text());
    }

    private static JsonObject json(Fault fault) {
        return new JsonObject()
                .put("time", fault.time())
                .put("kind", word(fault.kind()))
                .put("where", fault.where())
                .put("what", fault.what());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
