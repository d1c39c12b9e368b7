// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.SetAside;
import org.portio.record.Retention;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.segment.SealedSegment;

/** Deletes what is too old or too much: the oldest closed segments, each as a whole. */
record Keeping(Folder folder, Retention retention) {

    void apply(Instant now) throws IOException {
        try (ExclusiveFile _ = folder.takeChanges()) {
            Folder.Listing listing = folder.list();
            long bytes = 0;
            for (Path log : listing.logs().values()) {
                bytes += size(log);
            }
            for (Map.Entry<Long, Path> segment :
                    listing.closed().descendingMap().entrySet()) {
                bytes += size(segment.getValue());
                if (bytes > retention.bytes() || isOver(segment.getValue(), now)) {
                    Files.deleteIfExists(segment.getValue());
                }
                deleteCopies(segment.getValue(), now);
            }
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** One that cannot be read goes by when it was written: if it is damaged, a reader will set it aside. */
    private boolean isOver(Path file, Instant now) throws IOException {
        Duration age;
        try {
            age = Duration.between(SealedSegment.open(file).ended(), now);
        } catch (DamagedException | OtherVersionException _) {
            age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
        }
        return age.compareTo(retention.time()) > 0;
    }

    private void deleteCopies(Path file, Instant now) throws IOException {
        for (SetAside copy : SetAside.of(file)) {
            if (Duration.between(copy.time(), now).compareTo(retention.time()) > 0) {
                Files.deleteIfExists(copy.copy());
            }
        }
    }
}
