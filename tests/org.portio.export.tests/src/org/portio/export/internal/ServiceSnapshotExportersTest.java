// SPDX-License-Identifier: EPL-2.0
package org.portio.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.export.FakeExporter;
import org.portio.export.SnapshotExporter;

class ServiceSnapshotExportersTest {

    private final ServiceSnapshotExporters exporters = new ServiceSnapshotExporters();

    @Test
    void listsFormatsByTheirExtension() {
        add(fake("txt"), 0);
        add(fake("csv"), 0);
        assertEquals(
                List.of("csv", "txt"),
                exporters.all().stream().map(SnapshotExporter::extension).toList());
    }

    @Test
    void prefersTheHigherRankingAndFallsBackWhenItGoes() {
        SnapshotExporter plain = fake("csv");
        SnapshotExporter better = fake("csv");
        add(plain, 0);
        add(better, 10);
        assertSame(better, exporters.forFile(Path.of("a.csv")).orElseThrow());
        exporters.removeExporter(better);
        assertSame(plain, exporters.forFile(Path.of("a.csv")).orElseThrow());
    }

    private void add(SnapshotExporter exporter, int ranking) {
        exporters.addExporter(exporter, Map.of("service.ranking", ranking));
    }

    private static SnapshotExporter fake(String extension) {
        return new FakeExporter(extension, out -> out.write(extension));
    }
}
