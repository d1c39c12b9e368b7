// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.util.List;
import java.util.Map;
import org.portio.extension.Brought;
import org.portio.extension.Brought.Kind;

/** The services that PortIO asks for, by the names of their interfaces: their bundles may be absent. */
final class Services {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("org.portio.export.SnapshotExporter", Kind.EXPORTER),
            Map.entry("org.portio.core.ConnectionSource", Kind.SOURCE),
            Map.entry("org.portio.core.diagnosis.FindingProvider", Kind.FINDINGS),
            Map.entry("org.portio.core.insight.InsightRule", Kind.INSIGHTS),
            Map.entry("org.portio.core.process.Recognizer", Kind.RECOGNIZER),
            Map.entry("org.portio.core.process.SparedProcess", Kind.SPARED),
            Map.entry("org.portio.ui.table.ConnectionColumnProvider", Kind.COLUMNS),
            Map.entry("org.portio.ui.connection.ConnectionActionProvider", Kind.ACTIONS),
            Map.entry("org.portio.firewall.spi.FirewallBackend", Kind.BACKEND),
            Map.entry("org.portio.extension.ExtensionCommand", Kind.COMMAND));

    private Services() {}

    static List<Brought> brought(ComponentXml component) {
        String name = component.className().substring(component.className().lastIndexOf('.') + 1);
        return component.services().stream()
                .map(service -> new Brought(KINDS.getOrDefault(service, Kind.SERVICE), name))
                .toList();
    }
}
