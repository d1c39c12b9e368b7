// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.runtime;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.portio.core.system.FileFailure;
import org.portio.core.system.PrivateFiles;
import org.portio.keeper.KeeperException;

/**
 * The directory of a keeper's socket and lock: a directory that only its user can enter, from the first moment. On systems
 * without modes of files, that is what the user's profile is there for.
 */
public record RuntimeDirectory(Path path) {

    private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rwx------");

    public Path socket() {
        return path.resolve("keeper.sock");
    }

    public Path lock() {
        return path.resolve("keeper.lock");
    }

    /** Held by the client that starts a keeper, so that a hundred clients do not start a hundred. */
    public Path starterLock() {
        return path.resolve("starter.lock");
    }

    /** Returns whether this system can have a socket here. */
    boolean isPossible() {
        return SocketName.isPossible(socket());
    }

    public boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Makes it if it is not there, and makes sure that it is safe to use. */
    void make(Owner me) throws KeeperException {
        try {
            PrivateFiles.createFolders(path.getParent());
            Files.createDirectory(path, attributes());
        } catch (FileAlreadyExistsException _) {
            // As it is checked now.
        } catch (IOException e) {
            throw new KeeperException("the keeper's directory cannot be created: " + FileFailure.text(e), e);
        }
        check(me);
    }

    private FileAttribute<?>[] attributes() {
        return Files.getFileAttributeView(path.getParent(), PosixFileAttributeView.class) == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OURS_ALONE)};
    }

    /** Refuses a directory that somebody else made or can enter: what answers there need not be our keeper. */
    public void check(Owner me) throws KeeperException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        try {
            if (view == null) {
                return;
            }
            PosixFileAttributes attributes = view.readAttributes();
            if (!attributes.isDirectory()) {
                throw new KeeperException("the keeper needs a directory, and " + path + " is not one", "remove it");
            }
            if (!attributes.owner().equals(me.user())) {
                throw new KeeperException(
                        "the keeper does not use " + path + ", which belongs to "
                                + attributes.owner().getName(),
                        "remove it, or set XDG_RUNTIME_DIR to a directory of yours");
            }
            if (!attributes.permissions().equals(OURS_ALONE)) {
                throw new KeeperException(
                        "the keeper uses " + path + " only if it is yours alone", "run: chmod 700 " + path);
            }
        } catch (IOException e) {
            throw new KeeperException("the keeper's directory cannot be read: " + FileFailure.text(e), e);
        }
    }
}
