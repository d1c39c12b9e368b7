// SPDX-License-Identifier: EPL-2.0
package org.portio.json.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/**
 * Writes values as text. It is not left to the library, whose classes take longer to load than a list of connections takes
 * to write.
 */
public final class JsonText {

    private static final int USUAL_LENGTH = 256;

    private final Appendable out;
    /** The indentation of one level; null for all on one line. */
    private final String indent;

    private int level;

    private JsonText(Appendable out, String indent) {
        this.out = out;
        this.indent = indent;
    }

    /** Returns the text on one line. */
    public static String of(JsonValue value) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        try {
            new JsonText(text, null).write(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes a text for people, too: each property and each item on a line of its own. */
    public static void writeIndented(JsonValue value, Appendable out) throws IOException {
        new JsonText(out, "  ").write(value);
    }

    private void write(JsonValue value) throws IOException {
        // Not a switch: for its patterns, Java makes a class at each start.
        if (value instanceof JsonObject object) {
            writeObject(object.asMap().entrySet().iterator());
        } else if (value instanceof JsonArray array) {
            writeArray(array.iterator());
        } else if (value instanceof JsonPrimitive text && text.isText()) {
            writeText(text.text());
        } else {
            out.append(value instanceof JsonPrimitive other ? other.text() : value.toString());
        }
    }

    private void writeObject(Iterator<Map.Entry<String, JsonValue>> properties) throws IOException {
        out.append('{');
        boolean any = properties.hasNext();
        level++;
        while (properties.hasNext()) {
            Map.Entry<String, JsonValue> property = properties.next();
            startLine();
            writeText(property.getKey());
            out.append(indent == null ? ":" : ": ");
            write(property.getValue());
            out.append(properties.hasNext() ? "," : "");
        }
        end(any, '}');
    }

    private void writeArray(Iterator<JsonValue> values) throws IOException {
        out.append('[');
        boolean any = values.hasNext();
        level++;
        while (values.hasNext()) {
            startLine();
            write(values.next());
            out.append(values.hasNext() ? "," : "");
        }
        end(any, ']');
    }

    private void end(boolean any, char bracket) throws IOException {
        level--;
        if (any) {
            startLine();
        }
        out.append(bracket);
    }

    private void startLine() throws IOException {
        if (indent != null) {
            out.append('\n').append(indent.repeat(level));
        }
    }

    private void writeText(String text) throws IOException {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign == '"' || sign == '\\' || sign == '\u2028' || sign == '\u2029') {
                out.append(text, written, i).append(escape(sign));
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    /** The two separators are valid in JSON, but end a line in JavaScript. */
    private static String escape(char sign) {
        return switch (sign) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\f' -> "\\f";
            default -> String.format("\\u%04x", (int) sign);
        };
    }
}
