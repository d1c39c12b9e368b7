// SPDX-License-Identifier: EPL-2.0
package org.portio.export.internal;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Snapshot;
import org.portio.core.system.Contributions;
import org.portio.export.SnapshotExporter;
import org.portio.export.SnapshotExporters;

/** The formats that any bundle publishes. */
@Component(service = SnapshotExporters.class)
public final class ServiceSnapshotExporters implements SnapshotExporters {

    /** The UI thread waits for it. */
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final Contributions<SnapshotExporter> exporters = new Contributions<>(LIMIT);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addExporter(SnapshotExporter exporter, Map<String, Object> properties) {
        exporters.add(exporter, properties);
    }

    void removeExporter(SnapshotExporter exporter) {
        exporters.remove(exporter);
    }

    /** Ordered by extension; within one, as they are ranked. */
    @Override
    public List<SnapshotExporter> all() {
        return exporters.ask(NamedExporter::of).stream()
                .sorted(Comparator.comparing(NamedExporter::extension))
                .map(SnapshotExporter.class::cast)
                .toList();
    }

    /** An exporter that has told its names, and whose faults are failures to write. */
    private record NamedExporter(String extension, String description, SnapshotExporter exporter)
            implements SnapshotExporter {

        static NamedExporter of(SnapshotExporter exporter) {
            return new NamedExporter(
                    Objects.requireNonNull(exporter.extension()),
                    Objects.requireNonNull(exporter.description()),
                    exporter);
        }

        @Override
        public void write(Snapshot snapshot, Writer out) throws IOException {
            try {
                exporter.write(snapshot, out);
            } catch (RuntimeException | Error e) {
                throw new IOException("the format " + description + " failed: " + e, e);
            }
        }
    }
}
