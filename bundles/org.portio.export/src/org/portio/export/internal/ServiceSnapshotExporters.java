// SPDX-License-Identifier: EPL-2.0
package org.portio.export.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.export.SnapshotExporter;
import org.portio.export.SnapshotExporters;

/** The formats that any bundle publishes. */
@Component(service = SnapshotExporters.class)
public final class ServiceSnapshotExporters implements SnapshotExporters {

    private record Ranked(String extension, int ranking, SnapshotExporter exporter) {}

    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::extension)
            .thenComparing(Comparator.comparingInt(Ranked::ranking).reversed());

    private final List<Ranked> exporters = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addExporter(SnapshotExporter exporter, Map<String, Object> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
        exporters.add(new Ranked(exporter.extension(), ranking, exporter));
    }

    void removeExporter(SnapshotExporter exporter) {
        exporters.removeIf(ranked -> ranked.exporter() == exporter);
    }

    @Override
    public List<SnapshotExporter> all() {
        return exporters.stream().sorted(ORDER).map(Ranked::exporter).toList();
    }
}
