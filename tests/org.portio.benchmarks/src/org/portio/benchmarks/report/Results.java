// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.portio.benchmarks.Part;
import org.portio.benchmarks.Scenario;

/** Everything that was measured in a run. */
public final class Results {

    /** A table of the report. */
    public record Group(Scenario scenario, Part part) {}

    private final SequencedMap<Group, SequencedMap<String, Samples>> groups = new LinkedHashMap<>();

    private final List<String> notes = new ArrayList<>();

    /** Notes what a scenario really was. */
    public void note(String note) {
        notes.add(note);
    }

    public List<String> notes() {
        return notes;
    }

    public void add(Scenario scenario, Part part, String subject, Samples samples) {
        groups.computeIfAbsent(new Group(scenario, part), group -> new LinkedHashMap<>())
                .put(subject, samples);
    }

    public SequencedMap<Group, SequencedMap<String, Samples>> groups() {
        return groups;
    }

    /** Returns one number of one thing, as its median; empty if it was not measured. */
    public OptionalDouble of(Scenario scenario, Part part, String subject, ToDoubleFunction<Samples> number) {
        Samples samples = groups.getOrDefault(new Group(scenario, part), new LinkedHashMap<>())
                .get(subject);
        return samples == null ? OptionalDouble.empty() : OptionalDouble.of(number.applyAsDouble(samples));
    }
}
