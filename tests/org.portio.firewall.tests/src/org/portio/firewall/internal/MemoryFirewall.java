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
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.ActionLog;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.internal.journal.Journal;
import org.portio.firewall.internal.journal.JournalEntry;
import org.portio.firewall.internal.journal.Place;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.firewall.internal.selection.Backends;
import org.portio.firewall.internal.system.SshSession;

/** A firewall in memory with a journal on the disk; a test can change its time, machine and network. */
public abstract class MemoryFirewall {

    public static final BlockRequest WEB = BlockRequest.of(PortRange.of(8080), Protocol.TCP);

    @TempDir
    public Path folder;

    public final MemoryBackend other = new MemoryBackend("other");
    public final MemoryBackend backend = new MemoryBackend("memory");
    public Instant now = Instant.parse("2026-03-01T12:00:00Z");
    public String boot = "first";
    String network = "";

    public String lastAction() throws IOException {
        return Files.readAllLines(folder.resolve("port_logs.txt")).getLast();
    }

    public Path journal() {
        return folder.resolve("firewall_journal.json");
    }

    public List<JournalEntry> entries() {
        try {
            return Journal.read(journal()).entries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<JournalEntry.Phase> phases() {
        return entries().stream().map(JournalEntry::phase).toList();
    }

    public JournaledFirewall firewall() {
        return firewall(backend);
    }

    public JournaledFirewall firewall(MemoryBackend chosen, MemoryBackend... others) {
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
