// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The tests run with the usual umask, which lets others read: files made here are closed to them nevertheless. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no modes of files")
class PrivateFilesTest {

    @TempDir
    private Path home;

    @Test
    void closesEachFolderThatItMakes() throws IOException {
        Path folder = home.resolve("a/b/c");

        PrivateFiles.createFolders(folder);

        assertEquals("rwx------", mode(folder));
        assertEquals("rwx------", mode(home.resolve("a")));
    }

    @Test
    void leavesFoldersThatAreThereAsTheyAre() throws IOException {
        Path shared = open(home.resolve("shared"));

        PrivateFiles.createFolders(shared.resolve("own"));

        assertEquals("rwxrwxrwx", mode(shared));
    }

    @Test
    void closesAFolderOfPortioThatWasOpen() throws IOException {
        Path folder = open(home.resolve("state"));

        PrivateFiles.claimFolder(folder);

        assertEquals("rwx------", mode(folder));
    }

    @Test
    void appendsToAFileThatOthersCannotRead() throws IOException {
        Path file = home.resolve("state/log.txt");

        PrivateFiles.append(file, "one\n");
        PrivateFiles.append(file, "two\n");

        assertEquals("one\ntwo\n", Files.readString(file));
        assertEquals("rw-------", mode(file));
    }

    @Test
    void writesAFileAtOnceThatOthersCannotRead() throws IOException {
        Path file = home.resolve("data.json");

        AtomicFile.writePrivate(file, true, out -> out.write("{}"));

        assertEquals("rw-------", mode(file));
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");

        assertThrows(FileAlreadyExistsException.class, () -> PrivateFiles.createFolders(file));
    }

    private static Path open(Path folder) throws IOException {
        Files.createDirectory(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void halfOfASurrogatePairKeepsNoFileFromBeingWritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("note");
        AtomicFile.write(file, true, out -> out.write("a\ud800b"));
        assertEquals("a\ufffdb", Files.readString(file));
    }

    /** Java's own messages are only the path. */
    @Test
    void saysWhatIsWrongWithALinkToNowhere() throws IOException {
        Path link = home.resolve("a.lock");
        Files.createSymbolicLink(link, home.resolve("gone/a.lock"));

        String message =
                assertThrows(IOException.class, () -> ExclusiveFile.take(link)).getMessage();

        assertEquals(
                link + ": a link to " + home.resolve("gone/a.lock") + ", which does not exist; remove the link",
                message);
    }

    @Test
    void saysWhatIsWrongWithAFileInThePlaceOfAFolder() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        String message = assertThrows(IOException.class, () -> PrivateFiles.claimFolder(file))
                .getMessage();

        assertEquals(file + ": a file where a folder is needed; move it away", message);
    }
}
