// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.system.Places;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.FakeKeeper;

class RuntimeDirectoryTest {

    @TempDir
    private Path folder;

    private Owner me;

    @BeforeEach
    void askWhoIAm() throws Exception {
        me = Owner.ofThisProcess();
    }

    @Test
    void isBesideTheStateOfAHomeOfPortIO() {
        assertEquals(List.of(folder.resolve("run")), paths(FakeKeeper.placesBelow(folder), Map.of()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isThatOfTheSessionWhereThereIsOne() throws Exception {
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", folder.toString());
        Places places = usersOwn(environment);
        Path otherwise = places.state().resolve("run");

        assertEquals(List.of(folder.resolve("portio"), otherwise), paths(places, environment));
        assertEquals(List.of(otherwise), paths(places, Map.of()));
        assertEquals(List.of(otherwise), paths(places, Map.of("XDG_RUNTIME_DIR", "relative")));

        Path session = Files.createDirectories(folder.resolve("sessions").resolve(me.id()));
        assertEquals(
                List.of(folder.resolve("portio"), session.resolve("portio"), otherwise), paths(places, environment));
        assertEquals(List.of(session.resolve("portio"), otherwise), paths(places, Map.of()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isNotThatOfTheSessionOfSomebodyElse() throws Exception {
        assumeTrue("root".equals(me.user().getName()), "only root can give a directory away");
        Path session = Files.createDirectory(folder.resolve("theirs"));
        Files.setOwner(
                session, session.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        Map<String, String> environment = Map.of("XDG_RUNTIME_DIR", session.toString());

        assertEquals(List.of(usersOwn(environment).state().resolve("run")), paths(usersOwn(environment), environment));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void hasASocketWithAnyPathAndNeedsNoOtherDirectoryForIt() throws Exception {
        Path home = folder.resolve("x".repeat(100)).resolve("y".repeat(200));
        RuntimeDirectory directory = new RuntimeDirectories(FakeKeeper.placesBelow(home), Map.of()).open(me);
        assertEquals(home.resolve("run"), directory.path());

        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                SocketName bound = SocketName.of(directory.socket())) {
            server.bind(bound.address());
            assertTrue(Files.exists(directory.socket()));
            try (SocketName name = SocketName.of(directory.socket());
                    SocketChannel client = SocketChannel.open(name.address())) {
                assertTrue(client.isConnected());
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theUserIsKnownWithoutAFileBeingMade() throws Exception {
        assertEquals(Files.getOwner(folder), me.user());
        assertEquals(Files.getAttribute(folder, "unix:uid").toString(), me.id());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isForItsUserAlone() throws Exception {
        RuntimeDirectory directory = new RuntimeDirectory(folder.resolve("a/run"));

        directory.make(me);

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())));
        directory.make(me);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isRefusedWhereOthersCanEnterIt() throws Exception {
        Path wide = Files.createDirectory(folder.resolve("wide"));
        Files.setPosixFilePermissions(wide, PosixFilePermissions.fromString("rwx--x--x"));

        assertEquals("the keeper uses " + wide + " only if it is yours alone; run: chmod 700 " + wide, refusal(wide));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isRefusedWhereItOnlyLeadsToADirectory() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwx------"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertEquals("the keeper needs a directory, and " + link + " is not one; remove it", refusal(link));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isRefusedWhereSomebodyElseMadeIt() throws Exception {
        assumeTrue("root".equals(me.user().getName()), "only root can give a directory away");
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Files.setPosixFilePermissions(theirs, PosixFilePermissions.fromString("rwx------"));
        Files.setOwner(
                theirs, theirs.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        assertTrue(refusal(theirs).startsWith("the keeper does not use " + theirs + ", which belongs to nobody"));
    }

    private String refusal(Path path) {
        return assertThrows(KeeperException.class, () -> new RuntimeDirectory(path).make(me))
                .getMessage();
    }

    private List<Path> paths(Places places, Map<String, String> environment) {
        return new RuntimeDirectories(places, environment, folder.resolve("sessions"))
                .all(me).stream().map(RuntimeDirectory::path).toList();
    }

    private static Places usersOwn(Map<String, String> environment) {
        return Places.of(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }
}
