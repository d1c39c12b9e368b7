// SPDX-License-Identifier: EPL-2.0
package count;

import java.io.IOException;
import java.io.Writer;
import org.portio.core.Snapshot;
import org.portio.export.SnapshotExporter;

/** Writes how many connections there are; an extension that shows whether packages keep extensions. */
public final class Count implements SnapshotExporter {

    @Override
    public String extension() {
        return "count";
    }

    @Override
    public String description() {
        return "Number of connections";
    }

    @Override
    public void write(Snapshot snapshot, Writer out) throws IOException {
        out.write("connections: " + snapshot.connections().size() + "\n");
    }
}
