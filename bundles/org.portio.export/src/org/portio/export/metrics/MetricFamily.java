// SPDX-License-Identifier: EPL-2.0
package org.portio.export.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Figures of one name that differ in their labels; the labels are in the order of the alphabet, and so are the figures. */
final class MetricFamily {

    private final String name;
    private final String help;
    /** Numbers by their labels, as these are written. */
    private final Map<String, Long> figures = new TreeMap<>();

    MetricFamily(String name, String help) {
        this.name = name;
        this.help = help;
    }

    /** Adds to the figure with these labels, which begins with 0. */
    void add(Map<String, String> labels, long number) {
        figures.merge(written(labels), number, Long::sum);
    }

    /** Returns its lines: what it is, then the figures; without any, only what it is. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(" gauge\n");
        figures.forEach((labels, number) ->
                text.append(name).append(labels).append(' ').append(number).append('\n'));
        return text.toString();
    }

    private static String written(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : labels.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
