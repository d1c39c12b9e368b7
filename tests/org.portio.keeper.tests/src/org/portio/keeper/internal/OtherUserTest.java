// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A client that another user runs. */
@EnabledIf(value = "canBeTried", disabledReason = "needs root, and setpriv (Debian: util-linux), to be another user")
class OtherUserTest {

    private static final String PROGRAM = """
            import java.net.*;
            import java.nio.ByteBuffer;
            import java.nio.channels.SocketChannel;
            import java.nio.file.Path;

            void main(String[] arguments) {
                try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    channel.connect(UnixDomainSocketAddress.of(Path.of(arguments[0])));
                    ByteBuffer buffer = ByteBuffer.allocate(1000);
                    IO.println(channel.read(buffer) > 0 ? "let in" : "closed");
                } catch (java.io.IOException e) {
                    IO.println(e.getMessage());
                }
            }
            """;

    @TempDir
    private Path folder;

    private FakeKeeper keeper;

    static boolean canBeTried() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }

    @BeforeEach
    void startKeeper() throws Exception {
        open(folder);
        keeper = new FakeKeeper(folder);
        keeper.start();
    }

    @AfterEach
    void stopKeeper() throws Exception {
        Files.setPosixFilePermissions(keeper.socket().getParent(), PosixFilePermissions.fromString("rwx------"));
        keeper.close();
    }

    @Test
    void doesNotComeThroughTheDirectory() throws Exception {
        assertEquals("Permission denied", connectAs("65534"));
    }

    @Test
    void isTurnedAwayWhereTheDirectoryLetsEverybodyIn() throws Exception {
        open(keeper.socket().getParent());
        open(keeper.socket());

        assertEquals("closed", connectAs("65534"));
        assertTrue(keeper.log().contains("A connection of another user was rejected"), keeper.log());
    }

    @Test
    void isLetInByTheSameWayWhereItIsTheSameUser() throws Exception {
        assertEquals("let in", connectAs("0"));
    }

    private static void open(Path path) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private String connectAs(String user) throws Exception {
        Path program = Files.writeString(folder.resolve("Client.java"), PROGRAM);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        "setpriv",
                        "--reuid",
                        user,
                        "--clear-groups",
                        System.getProperty("java.home") + "/bin/java",
                        program.toString(),
                        keeper.socket().toString())
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            process.waitFor();
            return Files.readString(output).strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
