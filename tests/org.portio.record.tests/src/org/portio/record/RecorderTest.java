// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ChangeSigns;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventSource;
import org.portio.core.event.EventsLost;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.core.process.Processes;
import org.portio.core.system.ActionLog;
import org.portio.testing.FakeSource;
import org.portio.testing.ScratchActions;
import org.portio.testing.Sockets;

class RecorderTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Gives a sign each time, so that snapshots are taken as often as possible. */
    private static final class AlwaysChanged implements ChangeSigns {

        @Override
        public Sign look() {
            return Sign.CHANGED;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @TempDir
    private Path folder;

    private final FakeSource source = new FakeSource(Sockets.listener("0.0.0.0", 80, Sockets.process(12, "nginx")));
    private final FakeEvents events = new FakeEvents();
    private final KeptLedger ledger = new KeptLedger();
    private Recorder recorder;

    @AfterEach
    void stop() {
        if (recorder != null) {
            recorder.close();
        }
    }

    @Test
    void beginsWithWhatIsThere() throws RecordException {
        start(events);

        await(() -> !ledger.coverages().isEmpty());
        assertEquals(Role.LISTENING, ledger.accounts().getFirst().role());
        assertEquals(
                Set.of(Evidence.SNAPSHOT, Evidence.SOCKET_END),
                ledger.coverages().getFirst().sources());
        assertEquals("processes", recorder.limits().getFirst().what());
    }

    @Test
    void tellsWhatSnapshotsShow() throws RecordException {
        start(events);

        source.show();

        await(() -> ledger.accounts().getFirst().closed() != null);
    }

    @Test
    void missesWhatIsCountedButNotTold() throws RecordException {
        events.count(1000);
        start(events);

        events.count(1003);
        events.tell(end(7));
        events.tell(new EventsLost(Instant.now(), EventKind.SOCKET_END));

        await(() -> recorder.coverage()
                .filter(now -> now.seen() == 1 && now.opened() == 3 && now.overruns() == 1)
                .isPresent());
        assertEquals(2, recorder.coverage().orElseThrow().missed());
        assertEquals(Role.INCOMING, ledger.accounts().getLast().role());
    }

    @Test
    void tellsTheLastOfTheCoverageWhenItIsClosed() throws RecordException {
        start(events);
        events.count(1);
        events.tell(end(7));

        recorder.close();

        Coverage last = ledger.coverages().getLast();
        assertEquals(1, last.opened());
        assertEquals(1, last.seen());
        assertEquals(1, events.closings());
    }

    @Test
    void doesNotSayThatItWatchedATimeOfWhichTheNewsIsStillOnItsWay() throws Exception {
        start(events);
        await(() -> !ledger.coverages().isEmpty());
        Instant moment = Instant.now();
        events.holdBackAfter(moment);
        events.count(1);
        await(() -> recorder.coverage().orElseThrow().opened() == 1);
        assertFalse(recorder.coverage().orElseThrow().until().isAfter(moment));

        Thread closing = Thread.ofPlatform().start(recorder::close);
        events.tell(end(7));
        events.holdBackAfter(Instant.MAX);
        closing.join();

        Coverage last = ledger.coverages().getLast();
        assertTrue(last.until().isAfter(moment));
        assertEquals(1, last.seen());
    }

    @Test
    void makesDoWithSnapshotsAndSaysSo() throws RecordException {
        start();

        await(() -> !ledger.coverages().isEmpty());
        Coverage coverage = ledger.coverages().getLast();
        assertEquals(Set.of(Evidence.SNAPSHOT), coverage.sources());
        assertEquals(-1, coverage.missed());
        assertTrue(recorder.limits().getFirst().why().contains("does not tell of sockets that end"));
    }

    @Test
    void goesOnWithSnapshotsIfTheEventsFail() throws RecordException {
        start(events);
        await(() -> !ledger.coverages().isEmpty());

        events.fail();

        await(() -> ledger.coverages().getLast().sources().equals(Set.of(Evidence.SNAPSHOT)));
        assertTrue(ledger.coverages()
                .getLast()
                .from()
                .isAfter(ledger.coverages().getFirst().from()));
    }

    @Test
    void tellsWhatPortioDoes() throws RecordException, IOException {
        start(events);

        new ActionLog(folder).write("block", "TCP 80 inbound", "nftables", "done");

        await(() -> !ledger.acts().isEmpty());
        assertEquals(80, ledger.acts().getFirst().port());
    }

    @Test
    void survivesALedgerThatCannotKeepAnythingForAWhile() throws RecordException {
        ledger.setFull(true);
        start(events);
        await(() -> recorder.failure().isPresent());

        ledger.setFull(false);

        await(() -> recorder.failure().isEmpty() && !ledger.coverages().isEmpty());
    }

    @Test
    void doesNotCoverATimeWithoutSnapshots() throws RecordException {
        start(events);
        await(() -> !ledger.coverages().isEmpty());

        source.fail("no more");
        events.count(50);

        await(() -> source.reads() > 3);
        assertFalse(ledger.coverages().stream().anyMatch(coverage -> coverage.opened() == 50));
    }

    @Test
    void saysWhyItDoesNotStart() {
        source.fail("not allowed");

        RecordException failure = assertThrows(RecordException.class, () -> start(events));

        assertTrue(failure.getMessage().contains("not allowed"));
        assertEquals(1, events.closings());
    }

    private void start(EventSource... sources) throws RecordException {
        source.give(new AlwaysChanged());
        Recorder started = new Recorder(
                ConnectionMonitor.over(List.of(source), ScratchActions.log()),
                List.of(sources),
                Processes.ofSystem(),
                folder,
                ledger);
        started.start();
        recorder = started;
    }

    private static SocketEnded end(long cookie) {
        Instant now = Instant.now();
        return new SocketEnded(
                now,
                now,
                cookie,
                Protocol.TCP,
                AddressFamily.IPV4,
                Endpoint.parse("10.0.0.1:80"),
                Endpoint.parse("10.0.0.2:40000"),
                Reach.ESTABLISHED,
                null,
                Duration.ZERO);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it has not come to that within " + LIMIT);
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
