// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.portio.export.SnapshotExporters;

class SaveTargetTest {

    private final SnapshotExporters exporters = SnapshotExporters.builtIn();
    private final String chosen = exporters.all().get(1).extension();

    @Test
    void aKnownExtensionTellsTheFormat() {
        assertEquals(new SaveTarget(Path.of("ports.CSV"), true), SaveTarget.of("ports.CSV", exporters, 1));
    }

    @Test
    void aNameWithoutAnExtensionGetsThatOfTheChosenFormatAndReplacesNothing() {
        assertEquals(new SaveTarget(Path.of("ports." + chosen), false), SaveTarget.of("ports", exporters, 1));
    }

    @Test
    void anUnknownExtensionIsPartOfTheName() {
        assertEquals(new SaveTarget(Path.of("db.host." + chosen), false), SaveTarget.of("db.host", exporters, 1));
    }

    @Test
    void whereTheDialogTellsNoFormatItIsTheFirst() {
        String first = exporters.all().getFirst().extension();
        assertEquals(new SaveTarget(Path.of("ports." + first), false), SaveTarget.of("ports", exporters, -1));
    }
}
