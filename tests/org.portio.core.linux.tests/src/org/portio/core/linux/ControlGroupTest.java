// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;

/** Tests against the kernel, in a control group that the test makes and removes. */
class ControlGroupTest {

    private final LinuxConnectionSource source = new LinuxConnectionSource();
    private Path group;

    @BeforeEach
    void makeAGroup() throws Exception {
        Optional<Path> mount = mountPoint();
        assumeTrue(mount.isPresent(), "no cgroup2 is mounted here");
        Path root = mount.get();
        assumeTrue(Files.isWritable(root.resolve("cgroup.procs")), "only root may make control groups: " + root);
        group = root.resolve("portio-test-" + UUID.randomUUID());
        Files.createDirectories(group.resolve("web.service"));
    }

    @AfterEach
    void removeIt() throws Exception {
        if (group != null) {
            Files.deleteIfExists(group.resolve("web.service"));
            Files.deleteIfExists(group);
        }
    }

    @Test
    void tellsTheControlGroupThatMadeTheSocket() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"))) {
            String script = "echo $$ > %s/web.service/cgroup.procs; exec 3<>/dev/tcp/127.0.0.1/%d; read"
                    .formatted(group, server.getLocalPort());
            Process client = new ProcessBuilder("bash", "-c", script).start();
            try (Socket accepted = server.accept()) {
                Connection row = row(accepted.getPort(), server.getLocalPort());

                assertEquals("/" + group.getFileName() + "/web.service", row.controlGroup());
                assertNotEquals(
                        row.group(),
                        row(server.getLocalPort(), accepted.getPort()).group());
            } finally {
                client.destroyForcibly();
                client.waitFor(10, TimeUnit.SECONDS);
            }
        }
    }

    private Connection row(int local, int remote) throws Exception {
        List<Connection> rows = source.read().connections().stream()
                .filter(row -> row.local().port() == local
                        && row.remote() != null
                        && row.remote().port() == remote)
                .toList();
        assertEquals(1, rows.size(), rows::toString);
        return rows.getFirst();
    }

    private static Optional<Path> mountPoint() throws Exception {
        Path mounts = Path.of("/proc/self/mounts");
        if (!Files.exists(mounts)) {
            return Optional.empty();
        }
        return Files.readAllLines(mounts).stream()
                .map(line -> line.split(" "))
                .filter(fields -> fields[2].equals("cgroup2"))
                .map(fields -> Path.of(fields[1]))
                .findFirst();
    }
}
