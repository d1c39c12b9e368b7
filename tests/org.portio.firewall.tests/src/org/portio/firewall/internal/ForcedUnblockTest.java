// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.ActionLog;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.journal.Journal;
import org.portio.firewall.internal.journal.JournalEntry;
import org.portio.firewall.internal.journal.Place;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.nft.NftBackend;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** Two users, each with files of their own, and one firewall. */
class ForcedUnblockTest {

    private static final int PORT = 8000;
    private static final BlockRequest WEB = BlockRequest.of(PortRange.of(PORT), Protocol.TCP);

    @TempDir
    private Path folder;

    private final MemoryBackend backend = new MemoryBackend("memory");

    @Test
    void isNotPutBackByTheUserWhoseBlockItWas() throws Exception {
        Block block = of("1000", backend).block(WEB, false);

        of("0", backend).unblock(Set.of(block.id()), true);

        assertEquals(List.of(), of("1000", backend).blocks());
        assertEquals(List.of(), of("1000", backend).heal());
        assertTrue(backend.rules.isEmpty());
        assertEquals(List.of(), entries("1000"));
        assertTrue(Files.readString(folder.resolve("1000/port_logs.txt")).contains("action=unblock"));
        of("1000", backend).block(WEB, false);
        assertEquals(1, backend.rules.size(), "it can be blocked again");
    }

    @Test
    void isForgottenWhereTheFirewallRefusesIt() throws Exception {
        Block block = of("1000", backend).block(WEB, false);
        backend.failure = new FirewallException(Kind.FAILED, "no");
        assertThrows(FirewallException.class, () -> of("0", backend).unblock(Set.of(block.id()), true));
        backend.failure = null;

        backend.rules.clear();
        assertEquals(1, of("1000", backend).heal().size(), "it was somebody else who removed it");
    }

    @Test
    void isRefusedWhereItCouldNotLast() throws Exception {
        Block block = of("1000", backend).block(WEB, false);
        Files.writeString(folder.resolve("unblocked"), "not a folder");

        FirewallException failure =
                assertThrows(FirewallException.class, () -> of("0", backend).unblock(Set.of(block.id()), true));
        assertEquals(Kind.FAILED, failure.kind());
        assertEquals(1, backend.rules.size());
    }

    @Test
    void writesNothingAboutBlocksOfOnesOwn() throws Exception {
        Block block = of("1000", backend).block(WEB, false);

        of("1000", backend).unblock(Set.of(block.id()), true);

        assertTrue(Files.notExists(folder.resolve("unblocked")));
    }

    @Test
    void opensThePortForGoodInTheRunningKernel() throws Exception {
        Lab.assumePossible();
        Lab.assumeProgram("nft", "nftables");
        try (Lab lab = Lab.open();
                AutoCloseable _ = lab.listen(PORT)) {
            LabHost server = lab.server();
            Firewall user = of("1000", new NftBackend(server));
            Block block = user.block(WEB, false);
            server.sh("nft delete table inet portio");
            assertEquals(1, user.heal().size(), "control: what was not removed by force is put back");

            of("0", new NftBackend(server)).unblock(Set.of(block.id()), true);

            assertEquals(List.of(), user.heal());
            assertEquals(List.of(), user.blocks());
            assertTrue(lab.client().connects(server.address(), PORT));
            Path tombstone = folder.resolve("unblocked").resolve(block.id().toString());
            assertEquals(
                    "rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(tombstone.getParent())));
            assertTrue(Files.isReadable(tombstone));
        }
    }

    private List<JournalEntry> entries(String user) throws IOException {
        return Journal.read(folder.resolve(user).resolve("firewall_journal.json"))
                .entries();
    }

    private Firewall of(String user, FirewallBackend chosen) {
        Path files = folder.resolve(user);
        return new JournaledFirewall(
                OneBackend.of(chosen),
                OneBackend.of(chosen),
                files,
                new ActionLog(files),
                new Circumstances(
                        user,
                        new Place("boot", ""),
                        Set.of(),
                        InstantSource.system(),
                        new Tombstones(folder.resolve("unblocked"))));
    }
}
