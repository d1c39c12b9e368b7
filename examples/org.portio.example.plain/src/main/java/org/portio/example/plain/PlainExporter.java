// SPDX-License-Identifier: EPL-2.0
package org.portio.example.plain;

import java.io.IOException;
import java.io.Writer;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.export.SnapshotExporter;

/** Saves a snapshot as a file .plain with a line for each socket. */
@Component
public final class PlainExporter implements SnapshotExporter {

    @Override
    public String extension() {
        return "plain";
    }

    @Override
    public String description() {
        return "Plain: a line for each socket";
    }

    @Override
    public void write(Snapshot snapshot, Writer out) throws IOException {
        for (Connection socket : snapshot.connections()) {
            out.write(socket.protocol() + " " + socket.local() + " " + socket.stateText() + "\n");
        }
    }
}
