// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ActionLog;
import org.portio.core.PortRange;
import org.portio.core.Protocol;
import org.portio.firewall.BlockRequest;

/** A firewall in memory with a journal on the disk, whose time, machine and network a test may change. */
abstract class MemoryFirewall {

    static final BlockRequest WEB = BlockRequest.of(PortRange.of(8080), Protocol.TCP);

    @TempDir
    Path folder;

    final MemoryBackend other = new MemoryBackend("other");
    final MemoryBackend backend = new MemoryBackend("memory");
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    String boot = "first";
    String network = "";

    String lastAction() throws IOException {
        return Files.readAllLines(folder.resolve("port_logs.txt")).getLast();
    }

    Path journal() {
        return folder.resolve("firewall_journal.json");
    }

    List<JournalEntry> entries() {
        try {
            return Journal.read(journal()).entries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JournalEntry.Phase> phases() {
        return entries().stream().map(JournalEntry::phase).toList();
    }

    JournaledFirewall firewall() {
        return firewall(backend);
    }

    JournaledFirewall firewall(MemoryBackend chosen, MemoryBackend... others) {
        Circumstances circumstances = new Circumstances(
                "1000",
                new Place(boot, network),
                Set.of(new SshSession(50000, 22)),
                () -> now,
                new Tombstones(folder.resolve("unblocked")));
        Backends backends = OneBackend.of(chosen, others);
        return new JournaledFirewall(backends, backends, folder, new ActionLog(folder), circumstances);
    }
}
