// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.ActionLog;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Expiry;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;
import org.portio.firewall.internal.OneBackend.Choice;
import org.portio.firewall.internal.journal.Place;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.firewall.spi.FirewallBackend;

/** Tests what happens while somebody watches, on a firewall in memory. */
class WatcherTest {

    private static final BlockRequest WEB = BlockRequest.of(PortRange.of(8080), Protocol.TCP);

    @TempDir
    private Path folder;

    private final MemoryBackend backend = new MemoryBackend("memory");
    private final AtomicInteger looks = new AtomicInteger();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void putsBackWhatSomebodyRemovesAndSaysSo() throws Exception {
        JournaledFirewall firewall = firewall(this::look, () -> backend);
        Block block = firewall.block(WEB, false);
        try (AutoCloseable _ = firewall.watch(new Teller())) {
            assertTold("changed ACTIVE");
            backend.rules.clear();

            assertTold("healed TCP 8080 inbound");
            assertTrue(backend.rules.containsKey(block.id()));
        }
    }

    @Test
    void settlesWhatIsOver() throws Exception {
        JournaledFirewall firewall = firewall(this::look, () -> backend);
        firewall.block(WEB.withExpiry(Expiry.after(Duration.ofMinutes(5))), false);
        try (AutoCloseable _ = firewall.watch(new Teller())) {
            assertTold("changed ACTIVE");
            now = now.plus(Duration.ofMinutes(6));

            assertTold("changed ");
            assertEquals(Set.of(), backend.rules.keySet());
            assertEquals(List.of(), firewall.entries());
        }
    }

    @Test
    void asksTheFirewallNothingWhileNothingIsWrittenDown() throws Exception {
        JournaledFirewall firewall = firewall(this::look, () -> backend);
        try (AutoCloseable _ = firewall.watch(new Teller())) {
            Thread.sleep(1500);
            assertEquals(0, looks.get());
            firewall.block(WEB, false);

            assertTold("changed ACTIVE");
        }
    }

    @Test
    void asksNobodyForRightsAndLeavesTheBlockMissing() throws Exception {
        MemoryBackend denied = new MemoryBackend("memory");
        AtomicInteger asked = new AtomicInteger();
        JournaledFirewall firewall = firewall(() -> denied, () -> {
            asked.incrementAndGet();
            return backend;
        });
        firewall.block(WEB, false);
        denied.failure = new FirewallException(Kind.PERMISSION, "you may not");
        int before = asked.get();
        try (AutoCloseable _ = firewall.watch(new Teller())) {
            assertTold("changed MISSING");
            Thread.sleep(1500);

            assertEquals(List.of(), List.copyOf(told));
            assertEquals(before, asked.get());
        }
    }

    @Test
    void tellsAFailureOnce() throws Exception {
        JournaledFirewall firewall = firewall(
                () -> {
                    looks.incrementAndGet();
                    throw new FirewallException(Kind.FAILED, "no answer");
                },
                () -> backend);
        firewall.block(WEB, false);
        try (AutoCloseable _ = firewall.watch(new Teller())) {
            assertTold("failed no answer");
            int first = looks.get();
            Instant last = Instant.now().plusSeconds(60);
            while (looks.get() < first + 2) {
                assertTrue(Instant.now().isBefore(last), "it does not look again");
                Thread.sleep(50);
            }
            assertEquals(List.of(), List.copyOf(told));
        }
    }

    private FirewallBackend look() {
        looks.incrementAndGet();
        return backend;
    }

    private void assertTold(String expected) throws InterruptedException {
        assertEquals(expected, told.poll(10, TimeUnit.SECONDS));
    }

    private JournaledFirewall firewall(Choice looking, Choice changing) {
        Circumstances circumstances = new Circumstances(
                "1000", new Place("boot", ""), Set.of(), () -> now, new Tombstones(folder.resolve("unblocked")));
        return new JournaledFirewall(
                OneBackend.by(looking), OneBackend.by(changing), folder, new ActionLog(folder), circumstances);
    }

    private final class Teller implements FirewallListener {
        @Override
        public void changed(List<Block> blocks) {
            told.add("changed " + (blocks.isEmpty() ? "" : blocks.getFirst().state()));
        }

        @Override
        public void healed(List<Block> blocks) {
            told.add("healed " + blocks.getFirst().request());
        }

        @Override
        public void failed(FirewallException failure) {
            told.add("failed " + failure.getMessage());
        }
    }
}
