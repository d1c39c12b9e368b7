// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that is packed so that the same files give the same bytes: in the order of their names, with two modes, one
 * time, and root as the owner.
 *
 * @param root directory whose content is packed
 * @param time of all files; that of the commit
 */
record Tree(Path root, Instant time) {

    /** A start takes a class cache for one made of these jars only if it is newer than they. */
    private static final int CACHES_LATER_SECONDS = 2;

    /**
     * One file, directory or link.
     *
     * @param name path below the root, with slashes
     * @param link target of a symbolic link; otherwise null
     * @param size of a file, in bytes; otherwise 0
     */
    record Entry(Path file, String name, boolean directory, String link, int mode, long size, Instant time) {}

    /** Returns all below the root, each directory before what is in it. */
    List<Entry> entries() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> !file.equals(root))
                    .sorted((one, other) -> name(one).compareTo(name(other)))
                    .map(this::entry)
                    .toList();
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString();
    }

    private Entry entry(Path file) {
        try {
            boolean link = Files.isSymbolicLink(file);
            boolean directory = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
            String target = link ? Files.readSymbolicLink(file).toString() : null;
            long size = link || directory ? 0 : Files.size(file);
            Instant made = name(file).endsWith(".aot") ? time.plusSeconds(CACHES_LATER_SECONDS) : time;
            return new Entry(
                    file, name(file), directory, target, directory || isProgram(file) ? 0755 : 0644, size, made);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whatever the umask of the build is. */
    private static boolean isProgram(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                .startsWith("x", 2);
    }
}
