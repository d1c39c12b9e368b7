// SPDX-License-Identifier: EPL-2.0
package org.portio.export.internal;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Snapshot;
import org.portio.core.system.Contribution;
import org.portio.core.system.Contribution.Answer;
import org.portio.core.system.Contributions;
import org.portio.export.SnapshotExporter;
import org.portio.export.SnapshotExporters;

/** The formats that any bundle publishes. */
@Component(service = SnapshotExporters.class)
public final class ServiceSnapshotExporters implements SnapshotExporters {

    /** The UI thread waits for its names. */
    private static final Duration NAMES_LIMIT = Duration.ofMillis(500);
    /** Far more than a file takes, on a disk that is busy. */
    private static final Duration WRITE_LIMIT = Duration.ofMinutes(2);

    private final Contributions<SnapshotExporter> exporters = new Contributions<>(NAMES_LIMIT);
    private final Duration writeLimit;

    /** Creates the one that OSGi publishes. */
    public ServiceSnapshotExporters() {
        this(WRITE_LIMIT);
    }

    /** Creates one that gives each exporter this time to write. */
    ServiceSnapshotExporters(Duration writeLimit) {
        this.writeLimit = writeLimit;
    }

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
        return exporters.ask(exporter -> NamedExporter.of(exporter, writeLimit)).stream()
                .sorted(Comparator.comparing(NamedExporter::extension))
                .map(SnapshotExporter.class::cast)
                .toList();
    }

    /** An exporter that has told its names, and whose faults are failures to write. */
    private record NamedExporter(String extension, String description, SnapshotExporter exporter, Duration limit)
            implements SnapshotExporter {

        static NamedExporter of(SnapshotExporter exporter, Duration limit) {
            return new NamedExporter(
                    Objects.requireNonNull(exporter.extension()),
                    Objects.requireNonNull(exporter.description()),
                    exporter,
                    limit);
        }

        @Override
        public void write(Snapshot snapshot, Writer out) throws IOException {
            // A thread of its own for each file: one that hangs is told each time, and keeps nobody from trying again.
            Answer<Optional<Throwable>> end =
                    new Contribution<>(exporter, 0).ask(limit, one -> failure(one, snapshot, out));
            if (end.fault() == Contribution.Fault.LATE) {
                throw new IOException(
                        "the format " + description + " did not come to its end in time; choose another format");
            }
            Throwable failure = end.value().orElse(null);
            if (failure instanceof IOException e) {
                throw e;
            } else if (failure != null) {
                throw new IOException("the format " + description + " failed: " + failure, failure);
            }
        }

        private static Optional<Throwable> failure(SnapshotExporter exporter, Snapshot snapshot, Writer out) {
            try {
                exporter.write(snapshot, out);
                return Optional.empty();
            } catch (IOException | RuntimeException | Error e) {
                return Optional.of(e);
            }
        }
    }
}
