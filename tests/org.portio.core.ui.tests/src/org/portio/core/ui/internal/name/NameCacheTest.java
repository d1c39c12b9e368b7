// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portio.core.address.Addresses;

class NameCacheTest {

    private static final InetAddress ONE = Addresses.parse("192.0.2.1");
    private static final InetAddress TWO = Addresses.parse("192.0.2.2");

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private volatile Duration took = Duration.ZERO;
    private volatile String name = "one.example";
    private final CountDownLatch open = new CountDownLatch(1);
    private final NameCache cache = new NameCache(_ -> look(), clock::get, changes::incrementAndGet);

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void nobodyWaitsAndTheNameComesLater() throws Exception {
        assertEquals("", cache.nameOrAsk(ONE));
        assertEquals("", cache.nameOrAsk(ONE));
        assertEquals(0, changes.get());

        open.countDown();

        await(() -> cache.nameOrAsk(ONE).equals("one.example"));
        await(() -> changes.get() == 1);
        assertEquals(1, questions.get());
        assertEquals("", cache.asked(ONE), "nobody asked for this very one");
    }

    @Test
    void anAddressWithoutANameIsAskedAgainSoonerThanOneWithAName() throws Exception {
        open.countDown();
        name = "";
        cache.ask(ONE).get(10, TimeUnit.SECONDS);
        name = "two.example";
        cache.ask(TWO).get(10, TimeUnit.SECONDS);
        clock.addAndGet(NameCache.FRESH_WITHOUT.toNanos() + 1);

        cache.nameOrAsk(TWO);
        assertEquals(2, questions.get());
        await(() -> cache.nameOrAsk(ONE).equals("two.example"));
        assertEquals(3, questions.get());
    }

    @Test
    void aNameServerThatDoesNotAnswerIsLeftAloneForAWhile() throws Exception {
        open.countDown();
        took = NameCache.PATIENCE.plusMillis(1);
        name = "";
        cache.nameOrAsk(ONE);
        await(() -> questions.get() == 1 && !cache.isEmpty());

        cache.nameOrAsk(TWO);
        assertEquals(1, questions.get());
        took = Duration.ZERO;
        name = "two.example";
        assertEquals("two.example", cache.ask(TWO).get(10, TimeUnit.SECONDS), "but the user may ask");
        assertEquals("two.example", cache.asked(TWO));

        clock.addAndGet(NameCache.QUIET.toNanos() + NameCache.FRESH_WITHOUT.toNanos());
        await(() -> cache.nameOrAsk(ONE).equals("two.example"));
    }

    @Test
    void anAnswerThatSomebodyWaitsForAlreadyIsAskedForOnce() throws Exception {
        cache.nameOrAsk(ONE);
        var answer = cache.ask(ONE);
        assertFalse(answer.isDone());

        open.countDown();

        assertEquals("one.example", answer.get(10, TimeUnit.SECONDS));
        assertEquals("one.example", cache.asked(ONE));
        assertEquals(1, questions.get());
    }

    @Test
    void onlySoManyAreKeptAndWaitedFor() throws Exception {
        for (int i = 0; i < 3_000; i++) {
            cache.nameOrAsk(address(i));
        }
        assertTrue(cache.ask(address(4_000)).isCancelled(), "too many wait");
        open.countDown();
        for (int i = 0; i < NameCache.MOST + 500; i++) {
            int number = i;
            await(() -> !cache.ask(address(number)).isCancelled());
        }
        await(() -> cache.asked(address(NameCache.MOST + 499)).equals("one.example"));
        long kept = IntStream.range(0, NameCache.MOST + 500)
                .filter(i -> !cache.asked(address(i)).isEmpty())
                .count();
        assertTrue(kept <= NameCache.MOST, kept + " are kept");
    }

    @Test
    void addressesThatMeanSomethingElseOnEachMachineAreNotAskedAbout() {
        for (String address : new String[] {"127.0.0.1", "::1", "0.0.0.0", "fe80::1", "224.0.0.251", "169.254.1.1"}) {
            assertFalse(NameQuestion.isWorthAsking(Addresses.parse(address)), address);
        }
        assertTrue(NameQuestion.isWorthAsking(Addresses.parse("10.0.0.1")));
        assertTrue(NameQuestion.isWorthAsking(Addresses.parse("2001:db8::1")));
    }

    /** The file of hosts has it: no name server is asked. */
    @Test
    void theNameIsTheSystemsOwn() {
        assertFalse(Lookup.name(Addresses.parse("127.0.0.1")).startsWith("127."));
    }

    private String look() {
        try {
            open.await();
        } catch (InterruptedException _) {
            return "";
        }
        questions.incrementAndGet();
        clock.addAndGet(took.toNanos());
        return name;
    }

    private static InetAddress address(int number) {
        return Addresses.of(new byte[] {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(2);
        }
        assertTrue(condition.getAsBoolean());
    }
}
