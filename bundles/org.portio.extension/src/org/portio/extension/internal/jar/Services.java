// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.util.List;
import java.util.Map;
import org.portio.extension.Brought;
import org.portio.extension.Brought.Kind;

/** The services that PortIO asks for, by the names of their interfaces: their bundles may be absent. */
final class Services {

    private static final Map<String, Kind> KINDS = Map.of(
            "org.portio.export.SnapshotExporter", Kind.EXPORTER,
            "org.portio.core.ConnectionSource", Kind.SOURCE,
            "org.portio.core.diagnosis.FindingProvider", Kind.FINDINGS,
            "org.portio.core.process.Recognizer", Kind.RECOGNIZER,
            "org.portio.core.process.SparedProcess", Kind.SPARED,
            "org.portio.ui.table.ConnectionColumnProvider", Kind.COLUMNS,
            "org.portio.ui.connection.ConnectionActionProvider", Kind.ACTIONS,
            "org.portio.firewall.spi.FirewallBackend", Kind.BACKEND,
            "org.portio.extension.ExtensionCommand", Kind.COMMAND);

    private Services() {}

    static List<Brought> brought(ComponentXml component) {
        String name = component.className().substring(component.className().lastIndexOf('.') + 1);
        return component.services().stream()
                .map(service -> new Brought(KINDS.getOrDefault(service, Kind.SERVICE), name))
                .toList();
    }
}
