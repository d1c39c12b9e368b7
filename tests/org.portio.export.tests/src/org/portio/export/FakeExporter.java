// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.io.Writer;
import org.portio.core.Snapshot;
import org.portio.core.system.AtomicFile;

/** A format that writes what the test tells it to. */
public record FakeExporter(String extension, AtomicFile.Content content) implements SnapshotExporter {

    @Override
    public String description() {
        return "fake";
    }

    @Override
    public void write(Snapshot snapshot, Writer out) throws IOException {
        content.writeTo(out);
    }
}
