// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadEndTest {

    @Test
    void waitsThoughItIsInterruptedAndStaysInterrupted() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        Thread awaited = Thread.ofPlatform().start(() -> {
            try {
                gate.await();
            } catch (InterruptedException _) {
                // Ends as well.
            }
        });
        Thread.currentThread().interrupt();
        Thread opener = Thread.ofPlatform().start(gate::countDown);
        ThreadEnd.await(awaited);
        assertFalse(awaited.isAlive());
        assertTrue(Thread.interrupted());
        opener.join();
    }
}
