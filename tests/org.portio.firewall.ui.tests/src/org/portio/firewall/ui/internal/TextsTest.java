// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.system.SetAside;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BackendInfo;
import org.portio.firewall.Block;
import org.portio.firewall.ui.internal.view.Unblocking;
import org.portio.ui.list.Note;

/** The note below the blocks, and the questions before they are removed. */
class TextsTest {

    private final Block block = Blocks.of(Blocks.tcp("8080").withReason("load test"));

    @Test
    void theNoteNamesTheBackendAndWhatItsChangeNeeds() {
        assertEquals("nftables", note(Status.AVAILABLE, ""));
        assertEquals("nftables; changing it needs privileges", note(Status.NO_PERMISSION, ""));
        assertEquals("nftables; nft is not installed", note(Status.ABSENT, ""));
        assertEquals(Note.NONE, FirewallNote.of(null, List.of(), ""));
    }

    @Test
    void theNoteTellsOfHealing() {
        String healed = FirewallNote.healed(List.of(block), LocalTime.of(12, 3, 4, 5));
        assertEquals(
                "nftables · 12:03:04 somebody removed TCP 8080 inbound; PortIO restored it",
                note(Status.AVAILABLE, healed));
    }

    @Test
    void theNoteTellsOfADamagedJournal() {
        SetAside aside = new SetAside(Path.of("/x/journal.json"), Path.of("/x/copy"), Instant.EPOCH, "it is empty");

        assertEquals(new Note(aside.text(), aside.text()), FirewallNote.of(null, List.of(aside), ""));
    }

    @Test
    void theQuestionNamesTheBlocks() {
        assertEquals("Unblock TCP 8080 inbound (load test)?", Unblocking.question(List.of(block)));
        String both = Unblocking.question(List.of(block, Blocks.of(Blocks.tcp("80"))));
        assertTrue(both.startsWith("Unblock all of these 2?"), both);
        assertTrue(both.contains("TCP 80 inbound"), both);
    }

    @Test
    void theQuestionDoesNotGrowBeyondTheScreen() {
        String question = Unblocking.question(Collections.nCopies(100, block));
        assertTrue(question.endsWith("and 85 more"), question);
    }

    private static String note(Status status, String healed) {
        BackendInfo backend = new BackendInfo("nftables", Set.of(), new Availability(status, "nft is not installed"));
        return FirewallNote.of(backend, List.of(), healed).line();
    }
}
