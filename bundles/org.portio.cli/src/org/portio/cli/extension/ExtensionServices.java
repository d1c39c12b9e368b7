// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portio.core.ConnectionSource;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.insight.InsightRule;
import org.portio.core.process.Recognizer;
import org.portio.core.process.SparedProcess;
import org.portio.export.SnapshotExporter;
import org.portio.export.SnapshotExporters;
import org.portio.extension.Extensions;
import org.portio.extension.Offered;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.wiring.ContributedBackend;

/** Puts services of extensions beside PortIO's own, as their ranking says. */
public record ExtensionServices(Extensions extensions) {

    /** The ranking of PortIO's own sources, as their components have it. */
    private static final int FIRST = 100;

    private static final int LAST = -100;

    /** Knows the classes of PortIO that extensions use. */
    public static final ClassLoader PROGRAM = ExtensionServices.class.getClassLoader();

    /** Returns all sources in the order in which they are asked whether they work here. */
    public List<ConnectionSource> sources(ConnectionSource first, ConnectionSource last) {
        List<ConnectionSource> sources = new ArrayList<>(List.of(first, last));
        for (Offered<ConnectionSource> offered : extensions.services(ConnectionSource.class)) {
            ConnectionSource before = offered.ranking() > FIRST ? first : offered.ranking() > LAST ? last : null;
            int place = before == null ? sources.size() : sources.indexOf(before);
            sources.add(place, Guarded.source(offered));
        }
        return sources;
    }

    /** Returns PortIO's formats and those of extensions; of the same file extension, the one with the higher ranking comes first. */
    public SnapshotExporters exporters(SnapshotExporters own) {
        List<SnapshotExporter> exporters = new ArrayList<>();
        List<Offered<SnapshotExporter>> offered = extensions.services(SnapshotExporter.class);
        offered.stream()
                .filter(one -> one.ranking() > 0)
                .map(Guarded::exporter)
                .flatMap(Optional::stream)
                .forEach(exporters::add);
        exporters.addAll(own.all());
        offered.stream()
                .filter(one -> one.ranking() <= 0)
                .map(Guarded::exporter)
                .flatMap(Optional::stream)
                .forEach(exporters::add);
        return () -> exporters;
    }

    public List<FindingProvider> findings() {
        return extensions.services(FindingProvider.class).stream()
                .map(Guarded::findings)
                .toList();
    }

    public List<InsightRule> insightRules() {
        return extensions.services(InsightRule.class).stream()
                .map(Guarded::insights)
                .toList();
    }

    public List<ContributedBackend> backends() {
        return extensions.services(FirewallBackend.class).stream()
                .map(Guarded::backend)
                .toList();
    }

    public List<Recognizer> recognizers() {
        return extensions.services(Recognizer.class).stream()
                .map(Guarded::recognizer)
                .toList();
    }

    /** Returns one that spares what PortIO itself does, and what any extension does. */
    public SparedProcess spared(SparedProcess own) {
        List<SparedProcess> all = new ArrayList<>(List.of(own));
        extensions.services(SparedProcess.class).stream().map(Guarded::spared).forEach(all::add);
        return pid -> all.stream()
                .map(one -> one.refusal(pid))
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
    }
}
