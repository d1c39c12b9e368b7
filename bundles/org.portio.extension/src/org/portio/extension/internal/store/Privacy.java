// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.portio.core.system.User;

/**
 * Whether nobody but this user and root can change a file or what is in a folder, by the rule of decision 011: this holds for
 * each folder above it, too; on the way, one with the sticky bit will do.
 */
public final class Privacy {

    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final int STICKY = 01000;
    private static final int ROOT = 0;

    private final User user;

    public Privacy(User user) {
        this.user = user;
    }

    /** Returns the file or folder that somebody else can change, or replace; empty if there is none. */
    public Optional<Path> open(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty(); // The user's profile is what protects them there.
        }
        Path real = path.toRealPath();
        for (Path one = real; one != null; one = one.getParent()) {
            if (isForeign(one) || isWritable(one) && (one.equals(real) || !isSticky(one))) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Returns a text that is another one if {@link #open} has another answer. */
    public String mark(Path path) {
        try {
            return open(path).map(Path::toString).orElse("");
        } catch (IOException e) {
            return e.toString();
        }
    }

    private boolean isForeign(Path path) throws IOException {
        int owner = (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return owner != ROOT && !String.valueOf(owner).equals(user.id());
    }

    private static boolean isWritable(Path path) throws IOException {
        return Files.getPosixFilePermissions(path).stream().anyMatch(WRITE::contains);
    }

    private static boolean isSticky(Path path) throws IOException {
        return ((Integer) Files.getAttribute(path, "unix:mode") & STICKY) != 0;
    }
}
