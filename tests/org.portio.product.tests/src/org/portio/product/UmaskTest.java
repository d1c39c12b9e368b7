// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.product.Product.Result;

/** PortIO's files are closed to other users, even if the umask opens everything to everybody. */
class UmaskTest {

    @TempDir
    private Path home;

    @AfterEach
    void stopTheKeeper() throws Exception {
        Product.run(environment(), "keeper", "stop", "--yes");
    }

    @Test
    void letsNobodyElseReadOrChangeWhatPortioKeeps() throws Exception {
        withoutUmask("list");
        Result reserved = withoutUmask("reserve " + freePort() + " TCP --note mine");
        assertEquals(0, reserved.exitCode(), reserved.err());
        Result started = withoutUmask("start-server " + freePort() + " TCP --mode echo");
        assertEquals(0, started.exitCode(), started.err());

        assertEquals(List.of(), openToOthers(home.resolve("portio")));
    }

    @Test
    void savesASnapshotWithThePermissionsThatTheUmaskGives() throws Exception {
        Path file = home.resolve("connections.csv");

        withoutUmask("save " + file);

        assertEquals("rw-rw-rw-", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private Result withoutUmask(String arguments) throws Exception {
        return Product.run(
                environment(),
                List.of("sh", "-c", "umask 000; exec " + Product.home().resolve("portio") + " " + arguments));
    }

    private Map<String, String> environment() {
        return Map.of("PORTIO_HOME", home.resolve("portio").toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> openToOthers(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> !Files.isSymbolicLink(file))
                    .filter(UmaskTest::isOpenToOthers)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    .endsWith("------");
        } catch (IOException _) {
            return false; // gone meanwhile, as temporary files go
        }
    }
}
