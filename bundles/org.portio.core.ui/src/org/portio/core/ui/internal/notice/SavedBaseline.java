// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Predicate;
import org.eclipse.core.runtime.ILog;
import org.portio.core.Connection;
import org.portio.core.notice.Baseline;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.export.SavedSnapshot;

/** Tells listeners that the saved baseline does not have; none while none is saved. It is read again after each save. */
final class SavedBaseline implements Predicate<Connection> {

    private final Path file;
    private FileTime readAt;
    private Baseline known;

    SavedBaseline(Path file) {
        this.file = file;
    }

    /** Returns that of this user. */
    static Predicate<Connection> ofUser() {
        try {
            return new SavedBaseline(Baseline.file(Places.ofSystem()));
        } catch (NoHomeException _) {
            return _ -> false;
        }
    }

    @Override
    public synchronized boolean test(Connection listener) {
        read();
        return known != null && known.isNew(listener);
    }

    private void read() {
        FileTime saved = null;
        try {
            saved = Files.exists(file) ? Files.getLastModifiedTime(file) : null;
            if (saved == null || !saved.equals(readAt)) {
                known = saved == null ? null : Baseline.of(SavedSnapshot.read(file));
            }
        } catch (IOException e) {
            known = null;
            ILog.of(SavedBaseline.class).warn(Messages.SavedBaseline_unreadable, e);
        }
        readAt = saved;
    }
}
