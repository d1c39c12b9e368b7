// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.io.Writer;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.Snapshot;

/** Writes a snapshot in one file format. Any bundle may publish one as an OSGi service. */
@ConsumerType
public interface SnapshotExporter {

    /** File name extension of the format, in lower case and without a dot, as in {@code csv}. */
    String extension();

    /** Returns the name of the format for the user, as in {@code Comma-separated values}. */
    String description();

    /** Writes the whole snapshot, and leaves the writer open. */
    void write(Snapshot snapshot, Writer out) throws IOException;
}
