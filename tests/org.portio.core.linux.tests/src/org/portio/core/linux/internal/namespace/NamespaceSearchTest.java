// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.namespace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests on links and a table of mounts in Linux's form, in a directory that stands for /proc. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a link there cannot lead to net:[1]")
class NamespaceSearchTest {

    @TempDir
    private Path proc;

    @BeforeEach
    void makeProcesses() throws IOException {
        process("self", 1);
        process("10", 1);
        process("20", 2);
        process("21", 2);
        process("30", 3);
        // It ended while it was being read.
        Files.createDirectory(proc.resolve("40"));
        Files.writeString(proc.resolve("self/mountinfo"), """
                23 1 254:0 / / rw,relatime - ext4 /dev/root rw
                50 23 0:4 net:[2] /run/netns/my\\040blue rw shared:1 - nsfs nsfs rw
                51 23 0:4 net:[4] /run/netns/empty rw shared:1 - nsfs nsfs rw
                52 23 0:4 net:[5] /run/docker/netns/a1b2 rw shared:1 - nsfs nsfs rw
                53 23 0:4 mnt:[6] /run/snapd/ns/x.mnt rw - nsfs nsfs rw
                """);
    }

    @Test
    void findsThoseOfProcessesAndThoseThatAreMounted() throws IOException {
        NamespaceSearch.Found found = new NamespaceSearch(proc).find();

        assertEquals(
                List.of("empty", "my blue", "net:[3]", "net:[5]"),
                found.others().stream().map(NetworkNamespace::name).sorted().toList());
        assertEquals(0, found.hiddenProcesses());
    }

    @Test
    void knowsEveryWayIntoOne() throws IOException {
        NetworkNamespace named = new NamespaceSearch(proc)
                .find().others().stream()
                        .filter(namespace -> namespace.inode() == 2)
                        .findFirst()
                        .orElseThrow();

        assertEquals("/run/netns/my blue", named.doors().getFirst());
        assertEquals(
                List.of(link("20").toString(), link("21").toString()),
                named.doors().stream().skip(1).sorted().toList());
    }

    private void process(String pid, int namespace) throws IOException {
        Files.createDirectories(link(pid).getParent());
        Files.createSymbolicLink(link(pid), Path.of("net:[" + namespace + "]"));
    }

    private Path link(String pid) {
        return proc.resolve(pid).resolve("ns").resolve("net");
    }
}
