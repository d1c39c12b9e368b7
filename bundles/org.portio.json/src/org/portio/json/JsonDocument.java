// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Writes a document for other programs: an object whose head stands on the first line and whose lists have each item on a
 * line of its own. It is written piece by piece: a list can be long, and a tool that compares files wants its lines.
 */
public final class JsonDocument {

    private final Appendable out;

    private JsonDocument(Appendable out) {
        this.out = out;
    }

    /** Returns the beginning of an object that stands for itself: its schema's number. */
    public static JsonObject versioned(int schema) {
        return new JsonObject().put("schema", schema);
    }

    /** Begins a document in memory with the number of its schema and the time at which its content was true. */
    public static JsonDocument of(int schema, Instant time) {
        return of(versioned(schema).put("time", time));
    }

    /** Begins a document in memory with a head: an object that has at least one property. */
    public static JsonDocument of(JsonObject head) {
        try {
            return begin(head.toString(), new StringBuilder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a document with a head: the text of an object that has at least one property. */
    public static JsonDocument begin(String head, Appendable out) throws IOException {
        out.append(head, 0, head.length() - 1);
        return new JsonDocument(out);
    }

    /** Adds a list to a document in memory. */
    public JsonDocument with(String name, Stream<JsonObject> items) {
        try {
            return list(name, items.map(JsonObject::toString).iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a list of items, each of them the text of a value. */
    public JsonDocument list(String name, Iterator<String> items) throws IOException {
        out.append(",\"").append(name).append("\":[");
        String separator = "\n";
        while (items.hasNext()) {
            out.append(separator).append(items.next());
            separator = ",\n";
        }
        out.append("\n]");
        return this;
    }

    /** Ends the document; the end of its last line is the caller's. */
    public void end() throws IOException {
        out.append('}');
    }

    /** Returns the text of a document in memory, without the end of its last line. */
    public String text() {
        return out + "}";
    }
}
