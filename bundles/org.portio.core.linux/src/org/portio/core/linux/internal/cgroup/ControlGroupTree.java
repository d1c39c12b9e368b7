// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.cgroup;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.portio.core.linux.internal.namespace.Mount;

/**
 * Paths of the control groups of cgroup v2. A group's number is the inode of its directory, and so the whole tree is
 * walked for a number that is new; what is not found then is not searched again.
 */
final class ControlGroupTree {

    static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    /** A directory with only "." and ".." as links has no directories in it; if links are not counted, there is one. */
    private static final int LINKS_OF_A_LEAF = 2;

    private final Path mounts;
    private Map<Long, String> paths = Map.of();
    private long walked;
    private boolean everWalked;

    /** A tree that is mounted where this file says, in the format of {@code /proc/PID/mountinfo}. */
    ControlGroupTree(Path mounts) {
        this.mounts = mounts;
    }

    /**
     * Path of a group whose number is known since this moment, by {@link System#nanoTime()}: a walk that began later
     * has found it or never will. Empty if it has gone, or the tree cannot be seen.
     */
    synchronized String path(long id, long seen) {
        String path = paths.get(id);
        if (path == null && (!everWalked || walked - seen < 0)) {
            walked = System.nanoTime();
            everWalked = true;
            paths = walk();
            path = paths.get(id);
        }
        return path == null ? "" : path;
    }

    private Map<Long, String> walk() {
        Map<Long, String> found = new HashMap<>();
        mount().ifPresent(mount -> walk(mount.point(), mount.root().equals("/") ? "" : mount.root(), found));
        return found;
    }

    /** A group that goes away during the walk is left out. */
    private static void walk(Path directory, String path, Map<Long, String> found) {
        try {
            Map<String, Object> attributes =
                    Files.readAttributes(directory, "unix:ino,nlink", LinkOption.NOFOLLOW_LINKS);
            found.put((Long) attributes.get("ino"), path.isEmpty() ? "/" : path);
            if ((Integer) attributes.get("nlink") != LINKS_OF_A_LEAF) {
                walkBelow(directory, path, found);
            }
        } catch (IOException | DirectoryIteratorException _) {
            // Gone, or not for us to see.
        }
    }

    private static void walkBelow(Path directory, String path, Map<Long, String> found) throws IOException {
        try (DirectoryStream<Path> groups =
                Files.newDirectoryStream(directory, file -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))) {
            groups.forEach(group -> walk(group, path + "/" + group.getFileName(), found));
        }
    }

    /** Returns the cgroup2 mount that shows most; on a machine with both versions it is one among those of version 1. */
    private Optional<Mount> mount() {
        return Mount.ofType("cgroup2", mounts).stream()
                .min(Comparator.comparingInt(mount -> mount.root().length()));
    }
}
