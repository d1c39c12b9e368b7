// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.portio.record.HistoryState;
import org.portio.record.RecordException;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.segment.LogReader;
import org.portio.record.internal.segment.SealedSegment;

/** Counts what is in a folder. */
public final class FolderState {

    private final Folder folder;
    private Instant since;
    private long accounts;
    private long bytes;
    private int unread;

    private FolderState(Folder folder) {
        this.folder = folder;
    }

    /** Returns the state of a folder, which need not exist. */
    public static HistoryState of(Path path) throws RecordException {
        Folder folder = new Folder(path);
        try {
            return new FolderState(folder).count();
        } catch (IOException e) {
            throw StoreFailure.reading(folder, e);
        }
    }

    private HistoryState count() throws IOException {
        Folder.Listing listing = folder.list();
        for (Path file : listing.closed().values()) {
            try {
                bytes += Files.size(file);
                SealedSegment segment = SealedSegment.open(file);
                add(segment.began(), segment.count());
            } catch (OtherVersionException _) {
                unread++;
            } catch (NoSuchFileException | DamagedException _) {
                // Its time was over meanwhile; or the next question sets it aside, and tells.
            }
        }
        for (Path file : listing.logs().values()) {
            try {
                bytes += Files.size(file);
                LogReader log = new LogReader(file);
                int count = log.read().accounts().size();
                add(log.began(), count);
            } catch (OtherVersionException _) {
                unread++;
            } catch (NoSuchFileException _) {
                // It has been closed meanwhile.
            }
        }
        return new HistoryState(folder.path(), !listing.logs().isEmpty() && isLocked(), since, accounts, bytes, unread);
    }

    private void add(Instant began, int count) {
        since = since == null ? began : since;
        accounts += count;
    }

    /** Asked only if there is a log: to find out, one has to take the lock for a moment. */
    private boolean isLocked() throws IOException {
        Optional<WriterLock> lock = WriterLock.tryTake(folder);
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty();
    }
}
