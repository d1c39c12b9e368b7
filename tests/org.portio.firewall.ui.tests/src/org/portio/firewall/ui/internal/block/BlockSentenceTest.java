// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;

class BlockSentenceTest {

    private final BlockRequest plain = BlockRequest.of(PortRange.of(8080), Protocol.TCP);

    @Test
    void saysWhatMostWant() {
        assertEquals(
                "New TCP connections from other machines to port 8080 of this one are refused at once, until you unblock"
                        + " it. Existing connections stay open.",
                BlockSentence.of(plain));
    }

    @Test
    void saysWhatIsCut() {
        assertEquals(
                "All TCP connections from this machine to ports 9000-9010 of others are dropped without an answer, for 1"
                        + " h 30 min. Existing connections are closed.",
                BlockSentence.of(BlockRequest.of(new PortRange(9000, 9010), Protocol.TCP)
                        .withDirection(Direction.OUTBOUND)
                        .withVerdict(Verdict.DROP)
                        .withCutExisting(true)
                        .withExpiry(Expiry.after(Duration.ofMinutes(90)))));
    }

    @Test
    void saysWhomItIsFor() {
        BlockRequest narrow = new BlockRequest(
                new Traffic(PortRange.of(53), Protocol.UDP, Direction.BOTH, true),
                new Treatment(Verdict.REJECT, false),
                new Subject("/usr/bin/dig", "/web"),
                Expiry.UNTIL_RESTART,
                "");
        String sentence = BlockSentence.of(narrow);
        assertTrue(sentence.startsWith("UDP packets to port 53, here and on other machines,"), sentence);
        assertTrue(sentence.contains("of the program /usr/bin/dig of the control group /web"), sentence);
        assertTrue(sentence.contains("until this machine is restarted"), sentence);
        assertTrue(sentence.contains("Ongoing exchanges are also stopped"), sentence);
    }

    @Test
    void commandsAreShownAsOneWouldTypeThem() {
        assertEquals(
                "nft -f - <<'.'\nadd rule x\n.\niptables -m comment --comment 'it'\\''s mine'",
                CommandText.of(List.of(
                        new PlannedCommand(List.of("nft", "-f", "-"), "add rule x\n"),
                        PlannedCommand.of("iptables", "-m", "comment", "--comment", "it's mine"))));
        assertEquals("No commands to run.", CommandText.of(List.of()));
    }

    @Test
    void timesAreShownInTheirTwoLargestUnits() {
        assertEquals("0 s", DurationText.of(Duration.ofSeconds(-5)));
        assertEquals("59 s", DurationText.of(Duration.ofSeconds(59)));
        assertEquals("5 min", DurationText.of(Duration.ofMinutes(5)));
        assertEquals("23 h 59 min", DurationText.of(Duration.ofSeconds(86399)));
        assertEquals("2 d 3 h", DurationText.of(Duration.ofHours(51)));
    }
}
