// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.system.Contribution.Fault;
import org.portio.testing.Faults;

class ContributionsTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(Faults.class)
    void aFaultyOneTakesNothingFromTheOthers(Faults fault) {
        // A service that hangs uses up this time, which has to be enough for the other one on a busy machine.
        Contributions<Supplier<String>> all = new Contributions<>(Duration.ofSeconds(5));
        all.add(fault::instead, Map.of("service.ranking", 9));
        all.add(() -> "well", Map.of());

        List<String> answers = assertTimeoutPreemptively(Faults.PATIENCE, () -> all.ask(Supplier::get));

        assertEquals(List.of("well"), answers);
    }

    @Test
    void theHighestRankedAnswersFirst() {
        Contributions<String> all = new Contributions<>(LONG);
        all.add("low", Map.of());
        all.add("high", Map.of("service.ranking", 7));
        all.add("odd", Map.of("service.ranking", "seven"));

        assertEquals(List.of("high", "low", "odd"), all.ask(one -> one));
        all.remove("high");
        assertEquals(List.of("low", "odd"), all.ask(one -> one));
    }

    @Test
    void oneThatIsLateIsNotWaitedForAgainUntilItHasAnswered() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Contribution<CountDownLatch> slow = new Contribution<>(open, 0);
        Contribution.Question<CountDownLatch, Integer> question = latch -> {
            asked.incrementAndGet();
            latch.await();
            return asked.get();
        };

        assertEquals(Fault.LATE, slow.ask(SHORT, question).fault());
        assertTimeoutPreemptively(LONG, () -> {
            for (int i = 0; i < 1000; i++) {
                assertEquals(
                        Fault.LATE, slow.ask(LONG.multipliedBy(2), question).fault());
            }
        });
        open.countDown();
        Contribution.Answer<Integer> answer = slow.ask(LONG, question);
        while (answer.fault() == Fault.LATE) {
            answer = slow.ask(LONG, question);
        }

        assertEquals(2, answer.value(), "it was asked once more, after it had answered");
    }

    @Test
    void oneThatIsLateIsToldWithThePlaceThatItIsAt() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        List<FaultyService> told = new CopyOnWriteArrayList<>();
        try (Subscription _ = FaultyService.watch(told::add)) {
            new Contribution<>(open, 0).ask(SHORT, latch -> {
                begun.countDown();
                latch.await();
                return "";
            });
        }
        FaultyService late = told.getLast();
        assertEquals(Fault.LATE, late.fault());
        assertInstanceOf(LateAnswer.class, late.cause());
        assertTrue(
                begun.getCount() > 0
                        || Stream.of(late.cause().getStackTrace())
                                .anyMatch(frame -> frame.getClassName().equals(ContributionsTest.class.getName())),
                () -> List.of(late.cause().getStackTrace()).toString());
        open.countDown();
    }

    @ParameterizedTest
    @EnumSource(Faults.class)
    void aFaultIsNamedInTheLogOnce(Faults fault) {
        List<LogRecord> records = new ArrayList<>();
        Logger logger = Logger.getLogger(Contribution.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                records.add(entry);
            }

            @Override
            public void flush() {
                // Nothing is buffered.
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            Contribution<Faults> faulty = new Contribution<>(fault, 0);
            for (int i = 0; i < 3; i++) {
                faulty.ask(fault == Faults.HANG ? SHORT : LONG, Faults::instead);
            }
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }

        assertEquals(1, records.size());
        assertTrue(records.getFirst().getMessage().contains(fault.getClass().getName()));
    }
}
