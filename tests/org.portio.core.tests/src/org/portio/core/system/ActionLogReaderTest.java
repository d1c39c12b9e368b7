// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionLogReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatIsAddedAndNothingTwice() throws IOException {
        ActionLog log = new ActionLog(folder);
        log.write("block", "TCP 80", "nftables", "done");
        ActionLogReader reader = ActionLogReader.fromNow(folder);
        assertEquals(List.of(), reader.read());

        log.write("reserve", "TCP 81", "keeper", "held");
        log.write("kill", "Jörg's server (PID 7)", "SIGTERM", "failed: it's \"busy\"");

        List<LoggedAction> read = reader.read();
        assertEquals(
                List.of("reserve", "kill"),
                read.stream().map(LoggedAction::action).toList());
        assertEquals("TCP 81", read.getFirst().what());
        assertEquals("keeper", read.getFirst().by());
        assertEquals(User.ofSystem().name(), read.getFirst().user());
        assertEquals("Jörg's server (PID 7)", read.getLast().what());
        assertEquals("failed: it's ?busy?", read.getLast().result());
        assertEquals(List.of(), reader.read());
    }

    @Test
    void beginsWithALogThatIsMadeLater() throws IOException {
        ActionLogReader reader = ActionLogReader.fromNow(folder.resolve("later"));
        assertEquals(List.of(), reader.read());

        new ActionLog(Files.createDirectory(folder.resolve("later"))).write("block", "TCP 80", "ufw", "done");

        assertEquals(1, reader.read().size());
    }

    @Test
    void readsAlsoWhatWasAddedBeforeTheFileWasSetAside() throws IOException {
        ActionLog log = new ActionLog(folder);
        log.write("first", "TCP 1", "x", "done");
        ActionLogReader reader = ActionLogReader.fromNow(folder);
        log.write("second", "TCP 2", "x", "done");

        Files.move(folder.resolve("port_logs.txt"), folder.resolve("port_logs.1.txt"));
        log.write("third", "TCP 3", "x", "done");

        assertEquals(List.of("second", "third"), actions(reader));
        log.write("fourth", "TCP 4", "x", "done");
        assertEquals(List.of("fourth"), actions(reader));
    }

    @Test
    void goesOnWithTheNewFileIfTheOldOneIsGone() throws IOException {
        ActionLog log = new ActionLog(folder);
        log.write("first", "TCP 1", "x", "done");
        ActionLogReader reader = ActionLogReader.fromNow(folder);

        Files.move(folder.resolve("port_logs.txt"), folder.resolve("elsewhere"));
        log.write("second", "TCP 2", "x", "done");

        assertEquals(List.of("second"), actions(reader));
    }

    @Test
    void waitsForTheEndOfALineAndSkipsOneThatWasTorn() throws IOException {
        ActionLog log = new ActionLog(folder);
        log.write("first", "TCP 1", "x", "done");
        ActionLogReader reader = ActionLogReader.fromNow(folder);

        append("2026-03-01T12:00:00Z user=ann action=half what=\"TCP 80\" by=");
        assertEquals(List.of(), reader.read());

        log.write("second", "TCP 2", "x", "done");
        append("no such line\n2026-99-01T12:00:00Z user=ann action=a what=\"b\" by=c result=\"d\"\n");
        assertEquals(List.of("second"), actions(reader));
    }

    @Test
    void readsTheOlderFormOfALine() throws IOException {
        ActionLogReader reader = ActionLogReader.fromNow(folder);

        append("2026-03-01T12:00:00Z user=ann action=block what=\"TCP 8080 inbound\" by=nftables result=done\n");

        assertEquals("done", reader.read().getFirst().result());
    }

    private static List<String> actions(ActionLogReader reader) throws IOException {
        return reader.read().stream().map(LoggedAction::action).toList();
    }

    private void append(String text) throws IOException {
        Files.writeString(folder.resolve("port_logs.txt"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
