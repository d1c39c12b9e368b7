// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.tcp;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.testing.FakeSource;

class BaselineCommandTest {

    private static final Connection WEB = listener("0.0.0.0", 80, process(812, "nginx"));
    private static final Connection CLIENT =
            tcp(endpoint("10.0.0.1", 80), endpoint("10.0.0.2", 5), TcpState.ESTABLISHED, process(812, "nginx"));

    private final FakeSource source = new FakeSource(WEB, CLIENT);
    private final Cli cli = new Cli(source);

    @TempDir
    private Path folder;

    @BeforeEach
    void keepItInAFolderThatDoesNotExistYet() {
        cli.baseline = folder.resolve("data/baseline.json");
    }

    @Test
    void savesTheListenersForTheirUserAlone() throws IOException {
        Cli.Result result = cli.run("baseline", "save");
        assertEquals("Saved a baseline of 1 listener.", result.out().strip(), result.toString());
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cli.baseline)));
        }
        assertFalse(Files.readString(cli.baseline).contains("ESTABLISHED"));
    }

    @Test
    void showsWhatItHas() {
        cli.run("baseline", "save");
        Cli.Result result = cli.run("baseline", "show");
        assertEquals(
                List.of("Proto  Local Address  Process  Program", "tcp    0.0.0.0:80     nginx    /usr/bin/nginx"),
                result.lines());
        assertTrue(result.err().strip().endsWith(" in " + cli.baseline), result.err());
    }

    @Test
    void replacesTheKeptOneAndNoOther() {
        String own = folder.resolve("own.json").toString();
        assertEquals(0, cli.run("baseline", "save").code());
        assertEquals(0, cli.run("baseline", "save").code());
        assertEquals(0, cli.run("baseline", "save", own).code());
        Cli.Result again = cli.run("baseline", "save", own);
        assertEquals(4, again.code());
        assertEquals(
                "portio: " + own + " already exists; use --force to replace it",
                again.err().strip());
        assertEquals(0, cli.run("baseline", "save", own, "--force").code());
    }

    @Test
    void forgetsIt() {
        cli.run("baseline", "save");
        assertEquals("Forgot the baseline.", cli.run("baseline", "forget").out().strip());
        Cli.Result none = cli.run("baseline", "forget");
        assertEquals(1, none.code());
        assertEquals("portio: no baseline is kept", none.err().strip());
        assertEquals(1, cli.run("baseline", "show").code());
    }

    @Test
    void isASnapshotToCompareWith() {
        cli.run("baseline", "save");
        source.show(WEB);
        Cli.Result result = cli.run("diff", cli.baseline.toString(), "--listening");
        assertEquals(0, result.code(), result.toString());
        assertTrue(result.err().contains(" has 1 of 2 sockets"), result.err());
    }

    @Test
    void watchingForWhatIsNewNeedsOne() throws IOException {
        Cli.Result result = cli.run("watch", "--new");
        assertEquals(4, result.code());
        assertEquals(
                "portio: no baseline is kept; save one first: portio baseline save",
                result.err().strip());
        Path missing = folder.resolve("missing.json");
        assertEquals(
                "portio: " + missing + " does not exist; save a snapshot first: portio baseline save FILE",
                cli.run("watch", "--baseline", missing.toString()).err().strip());
        cli.run("baseline", "save");
        Files.writeString(cli.baseline, "{");
        assertTrue(cli.run("watch", "--new")
                .err()
                .startsWith("portio: " + cli.baseline + " is not a snapshot that 'portio baseline save' has saved: "));
    }
}
