// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ConnectionMonitor;
import org.portio.core.process.Processes;
import org.portio.core.system.Places;
import org.portio.record.HistorySwitch.Position;
import org.portio.testing.FakeSource;
import org.portio.testing.ScratchActions;
import org.portio.testing.Sockets;

/** A recorder that the switch begins and ends. */
class SwitchedRecorderTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Position ON = new Position(true, Retention.DEFAULT);

    @TempDir
    private Path home;

    private final FakeSource source = new FakeSource(Sockets.listener("0.0.0.0", 80, Sockets.process(12, "nginx")));
    private final List<String> log = new CopyOnWriteArrayList<>();
    private HistorySwitch position;
    private Path folder;
    private SwitchedRecorder recorder;

    @BeforeEach
    void begin() {
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        position = HistorySwitch.of(places, aside -> log.add(aside.text()));
        folder = Histories.folder(places);
    }

    private void follow() {
        ConnectionMonitor monitor = ConnectionMonitor.over(List.of(source), ScratchActions.log());
        recorder = SwitchedRecorder.follow(
                position,
                folder,
                ledger -> new Recorder(monitor, List.of(), Processes.ofSystem(), home, ledger),
                log::add);
    }

    @AfterEach
    void end() {
        if (recorder != null) {
            recorder.close();
        }
    }

    private void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.call()) {
            assertTrue(Instant.now().isBefore(end), log::toString);
            Thread.sleep(20);
        }
    }

    private long accounts() throws RecordException {
        return Histories.state(folder).accounts();
    }

    @Test
    void recordsOnlyWhileItIsOn() throws Exception {
        follow();
        position.set(ON);
        await(() -> Histories.state(folder).isRecorded() && accounts() == 1);

        position.set(new Position(false, Retention.DEFAULT));
        await(() -> !Histories.state(folder).isRecorded());
        assertEquals(1, accounts());
        assertEquals("The past is no longer recorded", log.getLast());
    }

    @Test
    void whatWasRecordedIsKeptWhenItEnds() throws Exception {
        position.set(ON);
        follow();
        await(() -> Histories.state(folder).isRecorded());
        recorder.close();
        assertFalse(Histories.state(folder).isRecorded());
        assertEquals(1, accounts());
        assertTrue(log.contains("The past is recorded in " + folder), log::toString);
    }

    @Test
    void saysWhyItCannotRecordAndTriesAgain() throws Exception {
        position.set(ON);
        try (Recording _ = Histories.record(folder, Retention.DEFAULT, aside -> log.add(aside.text()))) {
            follow();
            await(() -> log.stream().anyMatch(line -> line.startsWith("The past is not recorded for a minute: ")));
        }
        assertFalse(log.contains("The past is recorded in " + folder), log::toString);
    }
}
