// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests on directories that stand for control groups, and a table of mounts that names them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its files have no inodes")
class ControlGroupTreeTest {

    @TempDir
    private Path directory;

    private Path mounts;
    private Path tree;
    private Path service;

    @BeforeEach
    void makeATree() throws IOException {
        mounts = directory.resolve("mountinfo");
        tree = Files.createDirectory(directory.resolve("the tree"));
        service = Files.createDirectories(tree.resolve("system.slice/ssh.service"));
        Files.createFile(service.resolve("cgroup.procs"));
        mountAt("/", tree);
    }

    @Test
    void findsGroupsByTheInodesOfTheirDirectories() throws IOException {
        assertEquals("/system.slice/ssh.service", found(service));
        assertEquals("/system.slice", found(service.getParent()));
        assertEquals("/", found(tree));
    }

    @Test
    void findsAGroupThatWasMadeAfterItLookedTheFirstTime() throws IOException {
        ControlGroupTree groups = new ControlGroupTree(mounts);
        assertEquals("/system.slice", groups.path(inode(service.getParent()), System.nanoTime()));
        Path made = Files.createDirectory(tree.resolve("made.scope"));

        assertEquals("/made.scope", groups.path(inode(made), System.nanoTime()));
    }

    @Test
    void doesNotSearchAgainWhatItHasNotFound() throws IOException {
        ControlGroupTree groups = new ControlGroupTree(mounts);
        long seen = System.nanoTime();
        Path hidden = Files.createDirectory(directory.resolve("elsewhere"));
        assertEquals("", groups.path(inode(hidden), seen));
        Files.move(hidden, tree.resolve("here"));

        assertEquals("", groups.path(inode(tree.resolve("here")), seen));
        assertEquals("/here", groups.path(inode(tree.resolve("here")), System.nanoTime()));
    }

    @Test
    void completesThePathWhereOnlyAPartIsMounted() throws IOException {
        mountAt("/user.slice", tree);

        assertEquals("/user.slice/system.slice/ssh.service", found(service));
        assertEquals("/user.slice", found(tree));
    }

    @Test
    void findsNothingOnASystemWithoutThem() throws IOException {
        Files.writeString(mounts, "23 1 254:0 / / rw,relatime - ext4 /dev/root rw\n");
        assertEquals("", found(service));

        Files.delete(mounts);
        assertEquals("", found(service));
    }

    private void mountAt(String root, Path point) throws IOException {
        Files.writeString(mounts, """
                31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
                40 31 0:37 / /sys/fs/cgroup/systemd rw,relatime - cgroup cgroup rw,name=systemd
                41 31 0:38 %s %s rw,relatime shared:9 - cgroup2 cgroup2 rw
                42 31 0:38 /a/part/of/it /nowhere rw,relatime - cgroup2 cgroup2 rw
                """.formatted(root, point.toString().replace(" ", "\\040")));
    }

    private String found(Path group) throws IOException {
        return new ControlGroupTree(mounts).path(inode(group), System.nanoTime());
    }

    private static long inode(Path file) throws IOException {
        return (Long) Files.getAttribute(file, "unix:ino");
    }
}
