// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.nio.file.Path;
import org.portio.export.SnapshotExporter;
import org.portio.export.SnapshotExporters;

/**
 * The file to which a snapshot is to be saved.
 *
 * @param replace whether the user agreed to replace a file of this name
 */
record SaveTarget(Path file, boolean replace) {

    /**
     * Creates one from what was chosen in a file dialog. A name whose extension stands for no format gets that of the chosen
     * format; whether that file exists the dialog did not ask.
     */
    static SaveTarget of(String path, SnapshotExporters exporters, int format) {
        Path file = Path.of(path);
        if (exporters.forFile(file).isPresent()) {
            return new SaveTarget(file, true);
        }
        SnapshotExporter exporter = exporters.all().get(Math.max(0, format));
        return new SaveTarget(Path.of(path + "." + exporter.extension()), false);
    }
}
