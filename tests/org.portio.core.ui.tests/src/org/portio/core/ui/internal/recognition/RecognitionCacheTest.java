// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.core.ui.internal.FakeProcesses;

class RecognitionCacheTest {

    private static final Recognition POSTGRES = new Recognition(Kind.SERVER, "PostgreSQL", "");
    private static final Recognition REDIS = new Recognition(Kind.SERVER, "Redis", "");

    private final ProcessInfo first = process(7, 1);
    private final FakeProcesses processes = new FakeProcesses();
    private long now;
    private int changes;
    private final RecognitionCache cache = new RecognitionCache(processes, () -> now);

    private static ProcessInfo process(long pid, long start) {
        return new ProcessInfo(pid, Instant.ofEpochSecond(start), "postgres", "", "", null, 1);
    }

    private void tell(Recognition recognized) {
        processes.tell(first, new ProcessOrigin(List.of(), "", "", List.of(recognized)));
    }

    private void ask() {
        cache.ask(() -> changes++);
    }

    @Test
    void nothingIsKnownOrAskedBeforeSomebodyWantsIt() {
        tell(POSTGRES);
        ask();
        assertEquals(List.of(), cache.of(first));

        assertTrue(cache.want(first));
        assertFalse(cache.want(first), "it is to be asked already");
        assertEquals(List.of(), cache.of(first));
        ask();

        assertEquals(List.of(POSTGRES), cache.of(first));
        assertEquals(1, changes);
    }

    @Test
    void anAnswerIsAskedForAgainAfterAMinuteAndShownUntilThen() {
        tell(POSTGRES);
        cache.want(first);
        ask();
        tell(REDIS);
        now += RecognitionCache.FRESH.toNanos() - 1;
        assertFalse(cache.want(first));
        now++;

        assertTrue(cache.want(first));
        assertEquals(List.of(POSTGRES), cache.of(first));
        ask();

        assertEquals(List.of(REDIS), cache.of(first));
        assertEquals(2, changes);
    }

    @Test
    void aLaterProcessOfTheSamePidIsAnother() {
        tell(POSTGRES);
        cache.want(first);
        ask();

        assertEquals(List.of(), cache.of(process(7, 2)));
        assertTrue(cache.want(process(7, 2)));
    }

    @Test
    void whatNobodyWantsAnyMoreIsForgotten() {
        tell(POSTGRES);
        cache.want(first);
        ask();
        now += RecognitionCache.FRESH.toNanos() * 11;
        ask();

        assertEquals(List.of(), cache.of(first));
    }

    @Test
    void nobodyIsToldThatNothingWasRecognized() {
        cache.want(first);
        ask();

        assertEquals(0, changes);
    }
}
