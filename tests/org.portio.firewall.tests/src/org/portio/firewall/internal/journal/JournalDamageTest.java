// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.SetAside;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Expiry;
import org.portio.firewall.internal.MemoryFirewall;

/**
 * A journal in which any byte may be wrong: nothing in force is lost, a copy is kept, and nothing is refused for
 * ever.
 */
class JournalDamageTest extends MemoryFirewall {

    private static final int ROUNDS = 20 * Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "50"));

    @Test
    void keepsACopyOfWhatIsNotUtf8AndGoesOn() throws Exception {
        Block block = firewall().block(WEB, false);
        byte[] damaged = Files.readAllBytes(journal());
        damaged[damaged.length / 2] = (byte) 0xff;
        Files.write(journal(), damaged);

        assertEquals(Block.State.ORPHANED, firewall().blocks().getFirst().state());
        SetAside damage = firewall().damage().getFirst();
        assertArrayEquals(damaged, Files.readAllBytes(damage.copy()));
        firewall().unblock(Set.of(block.id()), false);
        assertTrue(backend.rules.isEmpty());
    }

    @Test
    void keepsTheOtherEntriesWhereOneIsDamaged() throws Exception {
        Block web = firewall().block(WEB, false);
        Block other = firewall().block(BlockRequest.of(PortRange.of(9090), Protocol.TCP), false);
        Files.writeString(journal(), Files.readString(journal()).replace("\"ports\": \"8080\"", "\"ports\": \"8081\""));

        List<Block> blocks = firewall().blocks();

        assertEquals(
                List.of(other.id(), web.id()), blocks.stream().map(Block::id).toList());
        assertEquals(Block.State.ACTIVE, blocks.getFirst().state());
        assertEquals(Block.State.ORPHANED, blocks.getLast().state());
        assertEquals(1, firewall().damage().size());
    }

    @Test
    void saysThatALinkLeadsNowhereAndGoesOn() throws Exception {
        for (Path target : List.of(Path.of("/nonexistent/journal"), journal())) {
            Files.createDirectories(journal().getParent());
            Files.createSymbolicLink(journal(), target);

            assertEquals(List.of(), firewall().blocks());
            assertTrue(Files.notExists(journal(), LinkOption.NOFOLLOW_LINKS), "set aside: " + target);
        }
        assertEquals(2, firewall().damage().size());
    }

    @Test
    void takesAnEntryThatIsThereTwiceOnce() throws Exception {
        firewall().block(WEB, false);
        String text = Files.readString(journal());
        String entry =
                text.substring(text.indexOf('{', 1), text.lastIndexOf(']')).strip();
        Files.writeString(journal(), text.replace(entry, entry + "," + entry));

        assertEquals(1, firewall().blocks().size());
        assertEquals(1, firewall().damage().size());
    }

    @Test
    void readsAJournalWhoseVersionAloneWasDamaged() throws Exception {
        firewall().block(WEB, false);
        Files.writeString(journal(), Files.readString(journal()).replace("\"schema\": 1", "\"schema\": 7"));

        assertEquals(Block.State.ACTIVE, firewall().blocks().getFirst().state());
        assertEquals(1, firewall().damage().size());
    }

    /** {@code PORTIO_ROUNDS=5000} makes it try 100,000 mutations. */
    @Test
    void survivesMutationsWithoutLosingWhatIsInForce() throws Exception {
        Block web = firewall().block(WEB.withReason("demo \u00e4"), false);
        Block other = firewall()
                .block(
                        BlockRequest.of(new PortRange(9000, 9010), Protocol.UDP)
                                .withExpiry(Expiry.after(Duration.ofHours(1))),
                        false);
        byte[] whole = Files.readAllBytes(journal());
        Random random = new Random(20261128);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutated(whole, random);
            Files.write(journal(), mutated);

            List<Block> blocks = firewall().blocks();

            String what = "round " + round + ": " + new String(mutated, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertTrue(blocks.stream().map(Block::id).toList().containsAll(List.of(web.id(), other.id())), what);
            deleteCopies();
        }
        Files.write(journal(), whole);
        firewall().unblock(Set.of(web.id(), other.id()), false);
        assertTrue(backend.rules.isEmpty());
    }

    /** Returns the text with one to three bytes changed, left out or repeated, or with its end cut off. */
    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            int length = 1 + random.nextInt(20);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = without(bytes, at, Math.min(bytes.length, at + length));
                case 2 -> bytes = repeated(bytes, at, Math.min(bytes.length, at + length));
                default -> bytes[at] = (byte) ("\"{}[]:,0919tfn".charAt(random.nextInt(14)));
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        byte[] rest = new byte[Math.max(1, bytes.length - (to - from))];
        System.arraycopy(bytes, 0, rest, 0, Math.min(from, rest.length));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static byte[] repeated(byte[] bytes, int from, int to) {
        byte[] more = new byte[bytes.length + to - from];
        System.arraycopy(bytes, 0, more, 0, to);
        System.arraycopy(bytes, from, more, to, bytes.length - from);
        return more;
    }

    private void deleteCopies() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().contains(".corrupt-")).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void refusesAJournalThatSaysThatItIsANewerVersions() throws Exception {
        String newer = "{\"schema\": 2, \"writtenBy\": \"PortIO 2.0\", \"blocks\": []}";
        Files.writeString(journal(), newer);

        assertThrows(
                org.portio.firewall.FirewallException.class, () -> firewall().blocks());
        assertEquals(newer, Files.readString(journal()));
    }

    @Test
    void takesANumberThatStandsAloneForDamageHoweverTheRestLooks() throws Exception {
        for (String damaged : List.of(
                "{\"schema\": 2, \"blocks\": []}",
                "{\"schema\": 7, \"blocks\": [{\"id\": 1}]}",
                "{\"schema\": {}, \"blocks\": []}",
                "{\"blocks\": []}")) {
            Files.writeString(journal(), damaged);
            assertEquals(List.of(), firewall().blocks(), damaged);
            assertEquals(damaged, Files.readString(firewall().damage().getLast().copy()));
            deleteCopies();
        }
    }
}
