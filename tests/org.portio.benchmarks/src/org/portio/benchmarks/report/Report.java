// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.Set;
import org.portio.benchmarks.Part;
import org.portio.benchmarks.report.Results.Group;

/** Writes the run as Markdown. */
public final class Report {

    /** The line after which everything in a document is the newest report. */
    static final String MARKER = "<!-- The newest run: written by the benchmarks, and replaced by the next. -->";

    /** Parts whose numbers are compared with no peer's. */
    private static final Set<Part> SPREAD =
            EnumSet.of(Part.START, Part.UI, Part.REST, Part.DELAY, Part.FEED_DELAY, Part.QUESTIONS);

    private final List<String> lines = new ArrayList<>();

    public Report(String command, Results results) {
        lines.addAll(List.of("## The newest run", "", "    " + command, ""));
        Machine.describe().forEach(fact -> lines.add("- " + fact));
        results.notes().forEach(note -> lines.add("- " + note));
        addGoals(results);
        results.groups().forEach(this::addGroup);
    }

    private void addGoals(Results results) {
        addHead("Goals", "| goal | measured | |", "|---|---:|---|");
        for (Goal goal : Goals.all()) {
            OptionalDouble value = goal.measured().apply(results);
            if (value.isPresent()) {
                String verdict = goal.isMetBy(value.getAsDouble()) ? "met" : "**missed**";
                addRow(goal.wanted(), number(value.getAsDouble()), verdict);
            }
        }
    }

    private void addGroup(Group group, SequencedMap<String, Samples> subjects) {
        String title = group.scenario().title() + ": " + group.part().title();
        if (group.part() == Part.WARM || group.part() == Part.COLD) {
            addHead(title, "| | min | median | max | x PortIO |", "|---|---:|---:|---:|---:|");
            double portio = subjects.firstEntry().getValue().median();
            subjects.forEach((name, times) -> addTimes(name, times, portio));
        } else if (SPREAD.contains(group.part())) {
            addHead(title, "| | min | median | max |", "|---|---:|---:|---:|");
            subjects.forEach(
                    (name, times) -> addRow(name, number(times.min()), number(times.median()), number(times.max())));
        } else {
            addHead(title, "| | |", "|---|---:|");
            subjects.forEach((name, value) -> addRow(name, number(value.median())));
        }
    }

    private void addTimes(String name, Samples times, double portio) {
        addRow(name, number(times.min()), number(times.median()), number(times.max()), number(times.median() / portio));
    }

    private void addHead(String title, String... head) {
        lines.addAll(List.of("", "### " + title, ""));
        lines.addAll(List.of(head));
    }

    private void addRow(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    /** Returns three significant digits, and all digits before the point. */
    private static String number(double value) {
        int decimals = value == Math.rint(value) || value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    /** Replaces the report in a document. */
    public void writeInto(Path document) throws IOException {
        List<String> kept = Files.readAllLines(document);
        int marker = marker(document, kept);
        Files.writeString(document, String.join("\n", kept.subList(0, marker + 1)) + "\n\n" + this);
    }

    /**
     * Looks whether a report can be written into a document, before the results of many minutes depend on it.
     *
     * @throws IOException if it is not there, may not be written, or has no place for a report
     */
    public static void checkDocument(Path document) throws IOException {
        marker(document, Files.readAllLines(document));
        if (!Files.isWritable(document)) {
            throw new AccessDeniedException(document.toString());
        }
    }

    private static int marker(Path document, List<String> lines) throws IOException {
        int marker = lines.indexOf(MARKER);
        if (marker < 0) {
            throw new IOException(document + " has no line " + MARKER + ", below which the report would stand");
        }
        return marker;
    }
}
