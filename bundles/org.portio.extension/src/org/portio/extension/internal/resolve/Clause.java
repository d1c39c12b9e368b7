// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of a header of a manifest: names, and what is said of all of them.
 *
 * @param attributes by name, with the type that a name may have: {@code version:Version}
 * @param directives those written with {@code :=}
 */
public record Clause(List<String> names, Map<String, String> attributes, Map<String, String> directives) {

    /**
     * Reads all clauses of a header.
     *
     * @param header null for none
     */
    public static List<Clause> parse(String header) {
        if (header == null || header.isBlank()) {
            return List.of();
        }
        return split(header, ',').stream().map(Clause::one).toList();
    }

    private static Clause one(String text) {
        List<String> names = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : split(text, ';')) {
            int directive = assignment(part, ":=");
            int attribute = assignment(part, "=");
            if (directive >= 0) {
                directives.put(part.substring(0, directive).strip(), value(part.substring(directive + 2)));
            } else if (attribute >= 0) {
                attributes.put(part.substring(0, attribute).strip(), value(part.substring(attribute + 1)));
            } else if (!part.isBlank()) {
                names.add(value(part));
            }
        }
        return new Clause(names, attributes, directives);
    }

    /** Returns where the text is outside quotes, before the first quote; -1 if nowhere. */
    private static int assignment(String part, String sign) {
        int at = part.indexOf(sign);
        int quote = part.indexOf('"');
        return quote >= 0 && at > quote ? -1 : at;
    }

    private static String value(String text) {
        String value = text.strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /** Returns the range of a requirement; {@code bundle-version} for a bundle. */
    public VersionRange range(String attribute) {
        String range = attributes.get(attribute);
        return range == null ? VersionRange.ANY : VersionRange.parse(range);
    }

    public boolean isOptional() {
        return "optional".equals(directives.get("resolution"));
    }
}
