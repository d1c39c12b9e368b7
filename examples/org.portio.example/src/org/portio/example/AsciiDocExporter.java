// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.io.IOException;
import java.io.Writer;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.export.SnapshotExporter;

/** Saves a snapshot as a table in AsciiDoc. */
@Component
public final class AsciiDocExporter implements SnapshotExporter {

    @Override
    public String extension() {
        return "adoc";
    }

    @Override
    public String description() {
        return "AsciiDoc table";
    }

    @Override
    public void write(Snapshot snapshot, Writer out) throws IOException {
        out.write(".Sockets at " + snapshot.time() + "\n|===\n|Protocol |Local |State |Process\n\n");
        for (Connection connection : snapshot.connections()) {
            out.write("|" + connection.protocol().label());
            out.write(" |" + escaped(connection.local().toString()));
            out.write(" |" + connection.stateText());
            out.write(" |" + escaped(connection.processText()) + "\n");
        }
        out.write("|===\n");
    }

    /** Returns the text as a cell: anybody may call a process what AsciiDoc takes for a sign. */
    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", "?").replace("|", "\\|");
    }
}
